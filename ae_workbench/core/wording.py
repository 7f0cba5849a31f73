"""How options of parameters are called where they are shown."""

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
