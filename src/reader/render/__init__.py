"""From a reading to text: a Markdown note, JSON, plain text. Pure, and safe whatever the article holds."""
