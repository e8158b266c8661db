"""What is stored: one SQLite file, opened, read, changed and searched here alone."""
