"""An article as rows of styled text at one width. Pure: knows no widget."""
