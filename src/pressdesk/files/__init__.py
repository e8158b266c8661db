"""Files: read within limits, made wholly or not at all, and their bytes as text."""
