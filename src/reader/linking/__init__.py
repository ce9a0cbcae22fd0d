"""What many articles have in common: one story once, one person on one page, the same statement, what changed. Pure."""
