"""Sounds: WAV files or melodies made here, as spectrograms that a model of images can learn on, and back."""
