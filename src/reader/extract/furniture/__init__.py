"""What surrounds an article and is none of it."""
