"""The screens: start, article, help."""
