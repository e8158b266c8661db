"""Where in a text contacts stand: what opens a region, and what ends it."""
