"""What they sign for a hospital."""
