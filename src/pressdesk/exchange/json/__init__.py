"""JSON and JSON Lines, read strictly and written with the keys of docs/formats.md."""
