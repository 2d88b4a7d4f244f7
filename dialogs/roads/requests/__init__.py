"""What was asked of a hospital, and when it should come."""
