"""Noisy images in, clean ones out."""

from ae_workbench.analysis.chapters import reasons
from ae_workbench.analysis.chapters.chapter import Chapter, Illustration, Quantity

CHAPTER = Chapter(
    "denoising",
    "Taking noise away",
    "Application to image denoising",
    "The network sees digits under heavy noise and is asked for the clean ones. To be right it has to know what digits look like.",
    "denoising",
    quantities=(
        Quantity("psnr_input", "PSNR of the noisy images", "dB"),
        Quantity("psnr", "PSNR after the model", "dB"),
        Quantity("val_loss", "Loss on test images", "nats per pixel"),
    ),
    illustrations=(
        Illustration(
            "denoising",
            "First a row of ten digits under noise, just readable. Then ten noisy digits over what the model makes of them: clean, with "
            "black ground and even strokes.",
        ),
    ),
    reasons={
        "optimizer": reasons.ADADELTA,
        "learning_rate": reasons.RATE,
        "schedule": reasons.SCHEDULE,
        "batch_size": reasons.BATCH,
        "epochs": reasons.FEWER_EPOCHS,
    },
)
