"""Pages we set ourselves: the summary, letters, the page to take back. The layouts (.typ) lie beside what sets them."""
