"""The page of contacts."""
