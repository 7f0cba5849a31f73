"""Benchmarks: both sides in one run, in alternation. Start them with ``python3 packaging/dev.py bench``."""
