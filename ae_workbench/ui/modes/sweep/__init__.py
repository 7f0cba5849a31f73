"""The mode in which one or two parameters are varied over a range: sweeps, live and on disk."""
