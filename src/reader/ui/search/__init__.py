"""Finding: words in the text, and commands and places by their names. Pure."""
