"""Our numbers against the article's, in a word each."""

from typing import Literal

from ae_workbench.analysis.chapters.chapter import Quantity
from ae_workbench.analysis.experiments.experiment import Verdict
from ae_workbench.data.mnist import MNIST_FINGERPRINT

Standing = Literal["reached", "close", "missed"]


def comparable(fingerprint: str, quick: bool) -> bool:
    """Whether numbers from these data may be held against the article's: of MNIST as a whole, and not cut short."""
    return not quick and fingerprint == MNIST_FINGERPRINT


def standing(quantity: Quantity, value: float) -> Standing:
    """On the published number within its last digit, or better, counts as reached."""
    published = float(quantity.published)
    if abs(value - published) <= _half_a_digit(quantity.published) or (quantity.lower_is_better and value < published):
        return "reached"
    return "close" if abs(value / published - 1) <= quantity.near else "missed"


def _half_a_digit(text: str) -> float:
    return 0.5 * 10.0 ** -len(text.partition(".")[2]) * (1 + 1e-9)


def verdict_of(standings: list[Standing]) -> Verdict:
    """Of all numbers of a chapter: holds where each is reached, fails where none is even close; open without any."""
    if not standings:
        return "open"
    if all(each == "reached" for each in standings):
        return "holds"
    return "fails" if all(each == "missed" for each in standings) else "partly"
