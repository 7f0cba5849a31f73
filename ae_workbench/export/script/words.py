"""Texts and calls as Python source."""

import re
import textwrap

WIDTH = 79


def plain(text: str) -> str:
    """A text from a recipe, which may come from a stranger, as it can stand in a comment or a docstring: nothing in it ends either."""
    return re.sub(r"\s+", " ", "".join(letter for letter in text if letter.isprintable() and letter not in "\"'\\`")).strip()


def comment(text: str) -> str:
    """Sentences as comment lines."""
    return textwrap.fill(text, WIDTH, initial_indent="# ", subsequent_indent="# ", break_long_words=False) if text else ""


def call(name: str, *arguments: str, indent: int = 0, room: int = 0) -> str:
    """``name(a, b)`` on one line if it and ``room`` more letters fit at this indent, otherwise broken as formatters do it."""
    joined = ", ".join(arguments)
    if indent + len(f"{name}({joined})") + room <= WIDTH:
        return f"{name}({joined})"
    inner, outer = " " * (indent + 4), " " * indent
    if len(inner + joined) <= WIDTH:
        return f"{name}(\n{inner}{joined}\n{outer})"
    return "\n".join([f"{name}(", *(f"{inner}{argument}," for argument in arguments), f"{outer})"])


def stack(name: str, items: list[str], title: str) -> str:
    """``name = keras.Sequential([…], name=title)`` with one item a line."""
    lines = "\n".join(f"        {item}," for item in items)
    return f'{name} = keras.Sequential(\n    [\n{lines}\n    ],\n    name="{title}",\n)'


def number(value: float) -> str:
    """A real number, exactly; never a whole one, which Keras's optimizers refuse."""
    return repr(float(value))


def text_literal(text: str) -> str:
    """A string in double quotes."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"' if text.isprintable() else repr(text)
