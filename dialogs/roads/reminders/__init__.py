"""What they are reminded of, and when."""
