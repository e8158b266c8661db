"""How contacts are found in any text: judge each piece, then group the pieces."""
