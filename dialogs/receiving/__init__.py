"""What arrives: a file, what was found in it, and what became of it."""
