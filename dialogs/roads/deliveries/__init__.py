"""What was sent where, after it left the patient: how, whether it is there and opens, and whether it came back."""
