"""What the reader can ask for: one table for every screen, the keys, and what each command does."""
