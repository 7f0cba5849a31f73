"""How options of parameters and counts are written where they are shown."""

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
