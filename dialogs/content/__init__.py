"""`content/` read and checked, a module a file of it."""
