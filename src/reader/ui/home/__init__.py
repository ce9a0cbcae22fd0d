"""What the library's home shows, as values: its places, the lines of its list, the preview. Knows no screen."""
