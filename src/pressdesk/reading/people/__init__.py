"""Which words are the name of a person, and which a desk."""
