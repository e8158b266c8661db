"""CSV and its kin: read as tables of text, written without formulas."""
