"""A code whose numbers cost something."""

from ae_workbench.analysis.chapters import reasons
from ae_workbench.analysis.chapters.chapter import Chapter, Illustration, Quantity

CHAPTER = Chapter(
    "sparse",
    "A penalty on the code",
    "Adding a sparsity constraint on the encoded representations",
    "The same network, but every number of the code adds to the loss. It keeps most of them near zero and loses hardly anything by it.",
    "sparse",
    quantities=(
        Quantity("val_loss", "Loss on test images, penalty included", "nats per pixel", "0.11", lower_is_better=True),
        Quantity("val_penalty", "Of it the penalty", "", "0.01", near=0.3, lower_is_better=True),
        Quantity("mean_code", "Mean of the code", published="3.33", near=0.15, lower_is_better=True),
        Quantity("val_reconstruction", "Reconstruction error alone", "nats per pixel"),
        Quantity("zero_share", "Share of zeros in the code"),
    ),
    numbers_stand="All of them stand below the training of the second model.",
    illustrations=(
        Illustration("reconstructions", "Ten test digits over their reconstructions, which look as they did without the penalty."),
        Illustration("codes"),
    ),
    reasons={
        "optimizer": reasons.ADADELTA,
        "learning_rate": reasons.RATE,
        "schedule": reasons.SCHEDULE,
        "batch_size": reasons.BATCH,
        "epochs": reasons.FEWER_EPOCHS,
    },
)
