"""How long a process may work, and last, on what it is at: the kernel ends it then, whatever library it is in."""

import resource
import signal
import sys

# Processor time for one call: six times what the worst text or page of ours takes (`reader.text.extent`). No handler of
# Python's would run while a library computes.
CPU_SECONDS = 60
# What `getrusage` counts memory in.
_MAXRSS_IN_MB = 1_048_576 if sys.platform == "darwin" else 1024


def set_limits(cpu_seconds: int, wall_seconds: float = 0) -> None:
    """Have this process ended when it has worked so much longer than until now, or so long from now by the clock.

    Args:
        cpu_seconds: of processor time.
        wall_seconds: of the clock; 0 for no end.
    """
    used = resource.getrusage(resource.RUSAGE_SELF)
    most = resource.getrlimit(resource.RLIMIT_CPU)[1]
    wanted = int(used.ru_utime + used.ru_stime) + cpu_seconds + 1
    soft = wanted if most == resource.RLIM_INFINITY else min(wanted, most)
    resource.setrlimit(resource.RLIMIT_CPU, (soft, most))
    signal.setitimer(signal.ITIMER_REAL, wall_seconds)


def lift() -> None:
    """Let this process last."""
    most = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (most, most))
    signal.setitimer(signal.ITIMER_REAL, 0)


def most_mb() -> int:
    """The most memory that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // _MAXRSS_IN_MB
