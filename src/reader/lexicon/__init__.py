"""Facts of the English language and of the news trade, each once: word lists as data, and how they are read."""
