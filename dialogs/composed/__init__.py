"""The dialogue and its words, composed of all that `content` reads, a language at a time: once, at the start."""
