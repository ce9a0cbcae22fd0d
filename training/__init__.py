"""Learns the weights of `reader.analysis.finder` from articles with marked quotes. No part of the installed program."""
