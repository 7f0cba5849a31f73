"""Numbers among a command's words."""

import argparse


def whole(text: str) -> int:
    """A number from 0 up."""
    number = int(text) if text.isdecimal() else -1
    if number < 0:
        raise argparse.ArgumentTypeError(f"“{text}” is not a whole number from 0 on")
    return number
