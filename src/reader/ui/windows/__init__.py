"""The windows that stand in front of a screen: each asks or shows one thing, and gives what was chosen."""
