"""Proves that nothing from outside harms, hangs or misleads: `python -m torture [--seed N] [part…]`, or `make torture`.

Each part makes hostile input from a seed, runs the program on it in processes of their own, and counts what went wrong.
"""
