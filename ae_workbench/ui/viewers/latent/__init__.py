"""Parts of the latent plane viewer."""
