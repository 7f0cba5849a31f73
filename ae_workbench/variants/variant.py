"""What a variant is: a key, words for people, parameters and a pure function to a plan."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ae_workbench.core.errors import PlanError
from ae_workbench.core.layers import ACTIVATIONS
from ae_workbench.core.parameters import Parameters, Spec, choice, size, sizes
from ae_workbench.core.plan import Plan
from ae_workbench.core.shape import Shape

DENSE_HELP = "Units of each dense layer between the input and the code. The decoder has the same layers in reverse."


@dataclass(frozen=True)
class Variant:
    """``plan`` is pure: the same parameters and shape give the same plan."""

    key: str
    title: str
    summary: str
    parameters: type[Parameters]
    make_plan: Callable[[Any, Shape], Plan]
    kinds: tuple[str, ...] = ("image",)

    def plan(self, parameters: Parameters, shape: Shape) -> Plan:
        """The plan for data of this shape.

        Raises:
            PlanError: the data are of a kind the variant doesn't take, or the layers don't fit.
        """
        if shape.kind not in self.kinds:
            fits = "images" if "image" in self.kinds else "sequences"
            other = "the sequence variant takes them" if shape.kind == "sequence" else "choose another data set"
            raise PlanError(f"The {self.key} variant takes {fits}, but these data are {shape.kind}s: {other}.")
        return self.make_plan(parameters, shape)


def code_size(label: str = "Code size", high: int = 4096, **rest: Any) -> dict[str, Spec]:
    """Metadata of the field that sets how many numbers a code has."""
    help_text = "How many numbers the code has: the bottleneck through which every example must pass. Fewer compress more and lose more."
    return size(label, low=1, high=high, help=help_text, **rest)


def hidden_sizes(label: str = "Hidden layers", help_text: str = DENSE_HELP, **rest: Any) -> dict[str, Spec]:
    """Metadata of the list of layers between input and code, dense ones unless ``help_text`` says otherwise; the decoder mirrors it."""
    return sizes(label, unit="units", help=help_text, **rest)


def filter_sizes(**rest: Any) -> dict[str, Spec]:
    """Metadata of the list of convolutions, each followed by 2×2 pooling."""
    help_text = "Filters of each convolution; 2×2 max pooling follows each one and halves the image. The decoder has them in reverse."
    return sizes("Filters", unit="filters", high=512, shortest=1, longest=6, help=help_text, **rest)


def kernel_size(**rest: Any) -> dict[str, Spec]:
    """Metadata of the side of the convolution kernels."""
    return size("Kernel size", low=1, high=9, unit="pixels", help="Side of each square convolution kernel.", **rest)


def activation(label: str = "Activation") -> dict[str, Spec]:
    """Metadata of the activation function of the hidden layers."""
    help_text = "The function applied to each unit's sum. relu is the article's choice; linear turns the dense autoencoder into PCA."
    return choice(label, *ACTIVATIONS, help=help_text)
