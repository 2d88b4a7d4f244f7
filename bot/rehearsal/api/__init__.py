"""What a bot can ask of it, over HTTP: the Bot API, with its bad days."""
