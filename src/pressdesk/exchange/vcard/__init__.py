"""vCards of any program, read property by property, and written in versions 3.0 and 4.0."""
