"""What joins directory and blocks."""
