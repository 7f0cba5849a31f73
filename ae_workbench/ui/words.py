"""Numbers and commands in words for people."""

import re

from PySide6.QtCore import QCoreApplication

MINUTE, HOUR = 60, 3600
MNEMONIC = re.compile(r"\(&[^&]\)")


def duration(seconds: float) -> str:
    """``12 s``, ``3 min 20 s``, ``1 h 5 min``."""
    whole = max(0, round(seconds))
    if whole < MINUTE:
        return QCoreApplication.translate("words", "{seconds} s").format(seconds=whole)
    if whole < HOUR:
        return QCoreApplication.translate("words", "{minutes} min {seconds} s").format(minutes=whole // MINUTE, seconds=whole % MINUTE)
    return QCoreApplication.translate("words", "{hours} h {minutes} min").format(hours=whole // HOUR, minutes=whole % HOUR // MINUTE)


def rate(per_second: float, is_image: bool) -> str:
    """``51,200 images/s``, with two figures that count."""
    rounded = round(per_second, -max(0, len(str(int(per_second))) - 3))
    number = f"{rounded:,.0f}"
    if is_image:
        return QCoreApplication.translate("words", "{number} images/s").format(number=number)
    return QCoreApplication.translate("words", "{number} sequences/s").format(number=number)


def without_mnemonic(text: str) -> str:
    """A menu's or button's text without the mark of its mnemonic: ``&Open``, or ``打开(&O)`` where words have no such letters."""
    return MNEMONIC.sub("", text).replace("&&", "\0").replace("&", "").replace("\0", "&")
