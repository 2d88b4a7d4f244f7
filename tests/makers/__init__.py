"""Makers of files: whole, odd, torn and hostile ones, all made here and of nobody."""
