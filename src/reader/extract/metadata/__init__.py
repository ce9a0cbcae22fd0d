"""What is known beside the text: declared by the page, or shown on it."""
