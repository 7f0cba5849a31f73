"""All metrics of a run over its epochs, and of compared runs over each other."""
