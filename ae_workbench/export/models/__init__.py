"""Models for other tools, one format a file.

All take what the run's model saw: float32 (n, *shape), images scaled to [0, 1], sequences standardised per feature by the scaling
that the run keeps. The encoder gives codes, of a variational model z_mean; the decoder takes codes; the whole is decoder(encoder).
None needs this program to run.
"""
