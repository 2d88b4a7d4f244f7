"""Where the second opinion is to be."""
