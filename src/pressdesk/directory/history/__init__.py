"""What was done to a directory, taking it back, and the values that were given up."""
