"""The numbers that carry a story."""
