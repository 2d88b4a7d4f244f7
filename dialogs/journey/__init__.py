"""Where next? The table of moves, the machine over it, and what each step shows."""
