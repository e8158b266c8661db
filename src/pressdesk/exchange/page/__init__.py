"""One HTML page of offices and their people, for colleagues without a terminal."""
