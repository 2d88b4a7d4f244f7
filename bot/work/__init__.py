"""Work that takes its time: rows that are claimed, done and reported, fair to everybody."""
