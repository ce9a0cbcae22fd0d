"""The parts of the article's screen, and the pure functions that set it."""
