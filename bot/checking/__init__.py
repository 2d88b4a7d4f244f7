"""What `python -m bot check` does with content/: everything is read, tried and set, as far as a machine can tell."""
