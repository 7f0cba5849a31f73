"""Layers that know that pixels have neighbours."""

from ae_workbench.analysis.chapters import reasons
from ae_workbench.analysis.chapters.chapter import Chapter, Illustration, Quantity

CHAPTER = Chapter(
    "convolutional",
    "Convolutions",
    "Convolutional autoencoder",
    "Small filters pass over the image, and pooling halves it three times. The code is eight maps of 4×4 pixels: 128 numbers, four times "
    "as many as before, which is part of why the loss is lower.",
    "convolutional",
    quantities=(
        Quantity("val_loss", "Loss on test images", "nats per pixel", "0.094", lower_is_better=True),
        Quantity("psnr", "PSNR", "dB"),
    ),
    numbers_stand="The loss stands below the training of the convolutional model.",
    illustrations=(
        Illustration("loss", "A page of TensorBoard with two curves that fall steeply and level out: loss in training and on test images."),
        Illustration("reconstructions", "Ten test digits over their reconstructions, close to the originals."),
        Illustration("codes", "The codes of ten digits as upright strips of grey squares, four wide, which no eye can read."),
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
