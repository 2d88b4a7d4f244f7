"""Who the records are of: the lines by which a hospital finds them, shown once and put right line by line."""
