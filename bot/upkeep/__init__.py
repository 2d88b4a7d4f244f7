"""What goes round quietly: tidying, the daily round of the vault, the clock, and what was deleted stays deleted."""
