"""What the tables look like, and how rows become offices and contacts and back."""
