"""A region of text as tokens: values, labels, and the pieces between them."""
