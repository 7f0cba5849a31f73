"""Whole pages and whole sounds cleaned by a function of patches, and how near they come to clean ones."""
