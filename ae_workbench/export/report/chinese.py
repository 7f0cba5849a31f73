"""Where lines of Chinese break: between any two characters, but not before a closing mark or after an opening one."""

import re
from collections.abc import Callable

CHINESE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f"
CLOSING, OPENING = "，。、；：？！）》”’…％%)]", "（《“‘(["
PIECE = re.compile(rf"[{re.escape(OPENING)}]*(?:[{CHINESE}]|[^\s{CHINESE}]+|\s+)[{re.escape(CLOSING)}]*")
ANY = re.compile(f"[{CHINESE}]")


def has_chinese(text: str) -> bool:
    return bool(ANY.search(text))


def lines(text: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """The text in lines of at most this width; a piece that is wider alone gets a line of its own."""
    found, line, used = [], "", 0.0
    for piece in PIECE.findall(text):
        wide = measure(piece)
        if line and used + measure(piece.rstrip()) > width:
            found.append(line.rstrip())
            line, used, piece = "", 0.0, piece.lstrip()
            wide = measure(piece)
        line, used = line + piece, used + wide
    return [*found, line.rstrip()] if line else found or [text]
