"""The article's chapters, in its order. A new one is a file here and a line in ``CHAPTERS``; experiments name the one they stand in."""

from ae_workbench.analysis.chapters import (
    closing,
    convolutional,
    deep,
    denoising,
    introduction,
    sequence,
    simple,
    sparse,
    variational,
)
from ae_workbench.analysis.chapters.chapter import Chapter as Chapter
from ae_workbench.analysis.chapters.chapter import Illustration as Illustration
from ae_workbench.analysis.chapters.chapter import Quantity as Quantity
from ae_workbench.core.registry import Registry

CHAPTERS: Registry[Chapter] = Registry(
    "chapter",
    introduction.CHAPTER,
    simple.CHAPTER,
    sparse.CHAPTER,
    deep.CHAPTER,
    convolutional.CHAPTER,
    denoising.CHAPTER,
    sequence.CHAPTER,
    variational.CHAPTER,
    closing.CHAPTER,
)
