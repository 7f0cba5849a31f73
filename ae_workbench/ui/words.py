"""Numbers in words for people."""

from PySide6.QtCore import QCoreApplication

MINUTE, HOUR = 60, 3600


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
