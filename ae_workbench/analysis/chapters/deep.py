"""Several dense layers on each side."""

from ae_workbench.analysis.chapters import reasons
from ae_workbench.analysis.chapters.chapter import Chapter, Illustration, Quantity

CHAPTER = Chapter(
    "deep",
    "More layers",
    "Deep autoencoder",
    "Three layers on each side instead of one, with a code of the same 32 numbers. The article finds it a little better.",
    "deep",
    quantities=(
        Quantity("val_loss", "Loss on test images", "nats per pixel", "0.097", lower_is_better=True),
        Quantity("psnr", "PSNR", "dB"),
    ),
    numbers_stand="The loss stands below the training of the deep model.",
    illustrations=(
        Illustration("reconstructions", "Ten test digits over their reconstructions, a little crisper than those of one layer."),
    ),
    reasons={
        "optimizer": reasons.ADADELTA,
        "learning_rate": reasons.RATE,
        "schedule": reasons.SCHEDULE,
        "batch_size": reasons.BATCH,
        "epochs": reasons.FEWER_EPOCHS,
        "seed": reasons.SEED,
    },
)
