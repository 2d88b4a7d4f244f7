"""What a turn costs, measured beside its peers in one run: `make bench`."""
