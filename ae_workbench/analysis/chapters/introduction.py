"""What autoencoders are, and what they are good for."""

from ae_workbench.analysis.chapters.chapter import Chapter

CHAPTER = Chapter(
    "introduction",
    "What autoencoders are",
    "What are autoencoders? What are they good for?",
    "An autoencoder learns to give back what it was shown after passing it through a narrow place. It knows only the kind of data it was "
    "trained on, it always loses something, and it learns from examples instead of being engineered.",
)
