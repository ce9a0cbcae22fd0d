"""Which words are attributed, to which words, by which cue."""
