"""Several runs beside each other: curves, images and numbers."""
