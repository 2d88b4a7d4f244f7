"""A turn: one event, from the case as it was to all that follows from it, in one commit."""
