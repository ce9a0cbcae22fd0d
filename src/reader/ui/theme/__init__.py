"""Themes: files of colours, and the inks made from them."""
