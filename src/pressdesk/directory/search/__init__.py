"""What `find` asks, and the index that answers."""
