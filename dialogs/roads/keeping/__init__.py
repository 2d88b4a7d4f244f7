"""Kept no longer than needed, and everything about me is mine: the end of the days, a copy of all, who opened what."""
