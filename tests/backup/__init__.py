"""What an operator can rely on when everything else is lost."""
