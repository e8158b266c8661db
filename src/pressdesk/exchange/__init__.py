"""Other programs' files: read as neutral records, written from contacts."""
