"""A process of its own for bytes we do not trust. Nothing is imported here: a child must start fast."""
