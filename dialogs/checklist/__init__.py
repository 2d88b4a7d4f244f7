"""Where each record stands, what to do next, and by when to ask."""
