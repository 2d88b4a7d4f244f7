"""What the patient has to decide, and what they want to ask the new doctor."""
