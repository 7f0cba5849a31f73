"""Where data come from: a key, words for people, parameters and a function that loads."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ae_workbench.core.parameters import NoParameters, Parameters
from ae_workbench.data.dataset import Dataset

Progress = Callable[[float, str], None]
"""Called with the share done (0 to 1; below 0: unknown) and what is being done; may raise ``Cancelled`` to stop."""


class Cancelled(Exception):
    """The person asked to stop loading."""


def silent(share: float, doing: str) -> None:
    """Progress nobody watches."""


@dataclass(frozen=True)
class DataSource:
    """``load`` raises ``DataError`` with a sentence that says what is wrong and what would fit."""

    key: str
    title: str
    summary: str
    load: Callable[[Any, Progress], Dataset]
    parameters: type[Parameters] = NoParameters
    kind: str = "image"
