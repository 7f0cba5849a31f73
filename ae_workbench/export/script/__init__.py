"""A run's recipe as a short Keras program: rebuilds, trains and plots it without this one.

It begins with the same weights and sees the same batches and the same noise (on TensorFlow), so its first losses are the run's own.
"""
