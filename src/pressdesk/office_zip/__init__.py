"""Zips of XML (.xlsx, .docx): what must be true of one before any parser sees it."""
