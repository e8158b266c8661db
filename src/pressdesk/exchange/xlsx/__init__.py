"""Excel files, read as tables of text and written as such."""
