"""Runs of digits as phone numbers: where each ends, and of which country it is."""
