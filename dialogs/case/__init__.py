"""All that is remembered of one patient, a module a thing."""
