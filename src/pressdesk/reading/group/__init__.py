"""Which tokens belong to one person or desk, and what each of them says."""
