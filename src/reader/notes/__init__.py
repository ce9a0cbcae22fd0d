"""Notes in a folder: one file an article, named by date and headline, and never written over another article's."""

from reader.notes.content import Format, Template, find_template, render
from reader.notes.names import note_name
from reader.notes.write import save, write_to

__all__ = ["Format", "Template", "find_template", "note_name", "render", "save", "write_to"]
