"""A package, so that its test_stories and the one in contract/ are two modules."""
