"""Article -> Document: paragraphs, sentences and grammar. Besides analysis the only part that knows spaCy."""
