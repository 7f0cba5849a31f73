"""Where data come from: a key, words for people, parameters and functions that load or tell the shape."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ae_workbench.core.parameters import NoParameters, Parameters, specs
from ae_workbench.core.shape import Shape
from ae_workbench.data.dataset import Dataset

Progress = Callable[[float, str], None]
"""Called with the share done (0 to 1; below 0: unknown) and what is being done; may raise ``Cancelled`` to stop."""

Fetch = Callable[[str, Progress], None]
"""Brings the Keras data set of this name into Keras's cache, or raises ``DataError``."""


class Cancelled(Exception):
    """The person asked to stop loading."""


def silent(share: float, doing: str) -> None:
    """Progress nobody watches."""


def always() -> bool:
    """For sources that need no download."""
    return True


@dataclass(frozen=True)
class DataSource:
    """``load`` and ``shape`` raise ``DataError`` with a sentence that says what is wrong and what would fit.

    ``shape`` is quick: it reads a file's header at most. ``kind`` is the usual kind; a file's is ``shape(…).kind``.
    ``download`` names the Keras data set to fetch while ``is_here`` says no. ``is_paired``: it gives pairs, whose noisy halves go in and
    whose clean ones are asked for. ``makes_own``: where no path is chosen the examples are made by the program.
    """

    key: str
    title: str
    summary: str
    load: Callable[[Any, Progress], Dataset]
    shape: Callable[[Any], Shape]
    parameters: type[Parameters] = NoParameters
    kind: str = "image"
    download: str = ""
    is_here: Callable[[], bool] = always
    is_paired: bool = False
    makes_own: bool = False

    @property
    def takes_path(self) -> bool:
        """Whether its data can come from a file or folder."""
        return "path" in specs(self.parameters)

    @property
    def needs_path(self) -> bool:
        return self.takes_path and not self.makes_own
