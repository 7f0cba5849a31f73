"""The seven variants. A new one is one file here and one line in the registry."""

from ae_workbench.core.registry import Registry
from ae_workbench.variants import convolutional, deep, denoising, sequence, simple, sparse, variational
from ae_workbench.variants.variant import Variant

VARIANTS: Registry[Variant] = Registry(
    "variant",
    simple.VARIANT,
    sparse.VARIANT,
    deep.VARIANT,
    convolutional.VARIANT,
    denoising.VARIANT,
    sequence.VARIANT,
    variational.VARIANT,
)

__all__ = ["VARIANTS", "Variant"]
