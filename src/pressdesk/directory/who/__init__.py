"""Who is meant: by a name that was typed, or by what a list or a release says."""
