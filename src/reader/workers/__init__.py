"""The processes that fetch, clean and analyse, so that the screen never waits. Knows nothing of the screen."""

from reader.workers.lanes import Call, Lane, Lanes, Stopped
from reader.workers.process import WorkerDied

__all__ = ["Call", "Lane", "Lanes", "Stopped", "WorkerDied"]
