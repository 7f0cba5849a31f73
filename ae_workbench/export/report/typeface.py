"""Fonts of the PDF: a serif and a sans that come with matplotlib, and one of this computer's for Chinese."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ae_workbench.core.errors import WorkbenchError
from ae_workbench.export.figures.sheet import OTHER_FONTS, fonts

SERIF, SANS, CHINESE = "STIX", "DejaVu", "Chinese"
FILES = {
    (SERIF, ""): "STIXGeneral.ttf", (SERIF, "B"): "STIXGeneralBol.ttf", (SERIF, "I"): "STIXGeneralItalic.ttf",
    (SERIF, "BI"): "STIXGeneralBolIta.ttf", (SANS, ""): "DejaVuSans.ttf", (SANS, "B"): "DejaVuSans-Bold.ttf",
}  # fmt: skip
NO_CHINESE = (
    "No Chinese font was found on this computer, so the PDF can't be written in Chinese: "
    f"install one such as {OTHER_FONTS[0]}, or save the report as HTML."
)


@dataclass(frozen=True)
class Face:
    """A font file; ``number`` counts the fonts in a collection from 0."""

    path: Path
    number: int = 0


def file_of(family: str, style: str) -> Path:
    """A font that ships with matplotlib."""
    import matplotlib

    return Path(matplotlib.get_data_path()) / "fonts" / "ttf" / FILES[family, style]


@cache
def chinese_faces() -> dict[str, Face]:
    """Plain ("") and bold ("B") of the first of the fonts that figures take for Chinese; none where this computer has none."""
    from matplotlib.font_manager import FontProperties, fontManager

    names = [name for name in fonts() if name in OTHER_FONTS]
    found = {}
    for style, weight in (("", "normal"), ("B", "bold")) if names else ():
        path = Path(fontManager.findfont(FontProperties(family=names, weight=weight), fallback_to_default=False))
        found[style] = Face(path, _place(path, names[0]))
    return found


def other_faces(language: str) -> dict[str, Face]:
    """Fonts besides those that ship, for this language. Raises ``WorkbenchError`` where it can't do without and there are none."""
    faces = chinese_faces()
    if language.startswith("zh") and not faces:
        raise WorkbenchError(NO_CHINESE)
    return faces


def _place(path: Path, name: str) -> int:
    """Which font of a collection has this name."""
    from fontTools.ttLib import TTCollection, TTLibError

    try:
        with TTCollection(path) as collection:
            found = [str(font["name"].getBestFamilyName()) for font in collection.fonts]
    except TTLibError:  # a file with one font
        return 0
    return found.index(name) if name in found else 0
