"""The codes viewer."""
