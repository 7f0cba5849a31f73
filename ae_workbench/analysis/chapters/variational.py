"""A code that is a distribution."""

from ae_workbench.analysis.chapters.chapter import Chapter, Illustration, Quantity

CHAPTER = Chapter(
    "variational",
    "A plane of digits",
    "Variational autoencoder (VAE)",
    "Each image becomes a small cloud of codes instead of a point, and the clouds are held together around the middle. So all of the plane "
    "means something, and any point on it decodes to a digit.",
    "variational",
    quantities=(
        Quantity("val_reconstruction_nats", "Reconstruction error", "nats per image"),
        Quantity("val_kl", "KL divergence", "nats per image"),
        Quantity("val_loss", "Their sum, the bound", "nats per image"),
    ),
    illustrations=(
        Illustration(
            "latent", "Codes of the test digits as points of a plane, coloured by class, beside a colour bar: ten clusters that touch."
        ),
        Illustration("manifold", "Fifteen by fifteen points of the plane, decoded: digits that turn into each other without a break."),
    ),
    reasons={
        "optimizer": (
            "RMSprop keeps a running mean of the squared gradient only. Nadam keeps one of the gradient too and looks a step ahead along "
            "it: on MNIST it is where RMSprop ends after a sixth of the epochs."
        ),
        "learning_rate": "With a rate that falls to a hundredth in the end the first steps may be fourteen times as long.",
        "schedule": "Three cosines, each twice as long as the one before: a good result comes early, and a better one later.",
        "batch_size": "Long steps want a steadier gradient, which more images in a batch give.",
        "epochs": "63 = 7 × 9: cosines of 9, 18 and 36 epochs.",
    },
)
