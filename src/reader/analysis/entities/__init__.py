"""Who is named, what they are, and whom a mention stands for."""
