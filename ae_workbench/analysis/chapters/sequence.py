"""From a sequence to one vector and back."""

from ae_workbench.analysis.chapters import reasons
from ae_workbench.analysis.chapters.chapter import Chapter, Illustration, Quantity
from ae_workbench.core.recipe import Choice

WAVES = Choice("waves", {"phase": "fixed", "noise": 0.02})

CHAPTER = Chapter(
    "sequence",
    "Sequences",
    "Sequence-to-sequence autoencoder",
    "One LSTM reads a sequence into a single vector, another writes it out again. The article shows the code without any data; here it "
    "learns the built-in waves.",
    "sequence",
    data=WAVES,
    quantities=(Quantity("val_reconstruction", "Mean squared error on test sequences, whose own spread is 1"),),
    illustrations=(Illustration("reconstructions"),),
    reasons={
        "optimizer": reasons.ADADELTA,
        "learning_rate": reasons.RATE,
        "schedule": reasons.SCHEDULE,
        "batch_size": "An LSTM needs many steps, and 1,600 waves give only thirteen batches of 128 an epoch. Batches of 16 give a hundred.",
        "epochs": "The cosine is laid over sixty epochs; where the error still falls, ten more are worth it.",
    },
)
