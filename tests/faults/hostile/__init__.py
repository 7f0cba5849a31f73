"""Seeded hostile and broken inputs: each opens rightly or is refused in one sentence, quickly, in little memory, in its place.

``python -m tests.faults.hostile --count 2000`` runs many of them.
"""
