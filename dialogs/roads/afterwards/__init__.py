"""After the second opinion."""
