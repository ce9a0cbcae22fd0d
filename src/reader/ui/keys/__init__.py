"""Which key does what: commands as values, the names of keys, the reader's own keys, and how keys are told."""
