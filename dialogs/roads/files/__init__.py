"""The files they sent."""
