"""How options of parameters and counts are written where they are shown."""

from collections.abc import Iterable
from math import floor, isfinite, log10

MOST_DECIMALS, MOST_APART = 6, 1e4
OPTION_NAMES = {
    "adam": "Adam",
    "nadam": "Nadam",
    "adadelta": "Adadelta",
    "rmsprop": "RMSprop",
    "sgd": "SGD",
    "relu": "ReLU",
    "leaky_relu": "leaky ReLU",
    "elu": "ELU",
    "gelu": "GELU",
    "silu": "SiLU",
    "gaussian": "Gaussian",
    "salt_and_pepper": "salt and pepper",
}


def option_name(option: str) -> str:
    """In English: its own name, or the key without underscores."""
    return OPTION_NAMES.get(option, option.replace("_", " "))


def counted(count: int, unit: str) -> str:
    """ "1 epoch", "1,200 epochs"; in English, of a unit in the singular."""
    return f"{count:,} {unit}" if count == 1 else f"{count:,} {unit}s"


def factor(value: float) -> str:
    """Three significant digits: "24.5×", "1,440×"; in English."""
    rounded = float(f"{value:.3g}")
    return f"{rounded:,.0f}×" if rounded >= 1000 else f"{rounded:g}×"


def common_format(values: Iterable[float]) -> str:
    """A format that gives all of these numbers as many decimals, at least two digits that count; those far apart get three digits each."""
    sizes = [abs(value) for value in values if isfinite(value) and value]
    low, high = min(sizes, default=1.0), max(sizes, default=1.0)
    decimals = max(2 - floor(log10(high)), 1 - floor(log10(low)), 0)
    return "#.3g" if high > MOST_APART * low or decimals > MOST_DECIMALS else f".{decimals}f"
