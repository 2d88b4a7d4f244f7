"""What a patient can look after, a folder each: its path, screens, answers, messages, and the road they make."""
