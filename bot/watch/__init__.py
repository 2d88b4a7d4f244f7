"""What an operator may watch: numbers by kind, and spans of time. Nothing of any patient is in either."""
