"""Where the hospital is: asked once, when a letter or a request has a rule that depends on it."""
