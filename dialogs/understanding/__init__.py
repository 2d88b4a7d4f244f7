"""What can be made of the papers a patient sent: whose they are, which is which, and what to suggest."""
