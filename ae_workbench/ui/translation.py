"""Marks texts for translation with a type; PySide6 declares its own marker as giving ``object``."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802 (lupdate looks for this name)
    """``text`` itself; ``lupdate`` lists it under ``context``."""
    return text
