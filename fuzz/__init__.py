"""Random bytes at every door, guided by what they reach: `python -m fuzz [--runs N] [harness…]`, or `make fuzz`."""
