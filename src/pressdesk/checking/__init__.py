"""Blocks in releases beside the directory: what of them still holds, what does not, and why."""
