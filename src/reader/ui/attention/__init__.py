"""What the reader is at in an article, and what is left for them to see."""
