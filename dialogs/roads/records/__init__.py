"""The records, one after another, with the decision and the questions."""
