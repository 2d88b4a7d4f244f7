"""What a patient can look after, a folder each: its path, its screens, its answers."""
