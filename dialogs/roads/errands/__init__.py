"""What a helper was asked to get."""
