"""What is heard in words that were written: first what must not wait."""
