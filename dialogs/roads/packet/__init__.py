"""All files bound, for the doctor."""
