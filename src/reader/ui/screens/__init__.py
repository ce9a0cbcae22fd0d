"""The screens: what the reader starts at, what is opened, a list of articles, and an article."""
