"""The records, each with its steps: send it, it was asked for, it is not here, and all the rest."""
