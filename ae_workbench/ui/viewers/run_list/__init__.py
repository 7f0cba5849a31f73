"""The list of runs on disk: what is in it, how it looks, and what can be done with a run."""
