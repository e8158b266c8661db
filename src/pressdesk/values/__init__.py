"""What a clean text, an e-mail address, a phone number, a place or a day is."""
