"""Sequences and what the model writes of them: as curves, and images row by row."""
