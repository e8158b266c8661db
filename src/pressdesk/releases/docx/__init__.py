"""Word documents (.docx): read as a tree, edited where their bytes are."""
