"""The smallest autoencoder there is."""

from ae_workbench.analysis.chapters import reasons
from ae_workbench.analysis.chapters.chapter import Chapter, Illustration, Quantity

CHAPTER = Chapter(
    "simple",
    "The simplest autoencoder",
    "Let's build the simplest possible autoencoder",
    "One dense layer presses 784 pixels into 32 numbers and another one draws the picture again. That is enough to read every digit, "
    "a little blurred.",
    "simple",
    quantities=(
        Quantity("val_loss", "Loss on test images", "nats per pixel", "0.10", lower_is_better=True),
        Quantity("mean_code", "Mean of the code", published="7.30", near=0.15),
        Quantity("compression", "Times smaller", published="24.5", near=0.0),
        Quantity("psnr", "PSNR", "dB"),
    ),
    numbers_stand="The loss stands below the training of the first model, the mean of its codes beside that of the sparse one.",
    illustrations=(
        Illustration(
            "reconstructions", "Ten test digits in a row, their reconstructions below: softer at the edges, and every one readable."
        ),
    ),
    reasons={
        "optimizer": reasons.ADADELTA,
        "learning_rate": reasons.RATE,
        "schedule": reasons.SCHEDULE,
        "batch_size": reasons.BATCH,
        "epochs": "The cosine is laid over sixty epochs; the built-in digits, for which these settings were chosen, take seconds for them.",
        "seed": reasons.SEED,
    },
)
