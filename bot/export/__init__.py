"""Everything that is kept about one patient, for themselves: a page to read, all of it as JSON, and the originals."""
