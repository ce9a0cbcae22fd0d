"""What bytes are, and how each form of an article but a page is read."""
