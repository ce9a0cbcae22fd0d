"""A page's body as pieces: what stands in it, and in which order."""
