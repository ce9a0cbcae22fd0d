"""Learns the weights of the quote tagger from articles with marked quotes. No part of the installed program."""
