"""Days as people write them, the hours in which they may be disturbed, their zone, and a month on a keyboard."""
