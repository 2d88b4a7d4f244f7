"""The day of the appointment or the decision."""
