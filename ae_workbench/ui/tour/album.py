"""The pictures of a tour, and the page that shows them."""

from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from ae_workbench import __version__
from ae_workbench.storage.atomic import write_text
from ae_workbench.ui.tour.waiting import TourError

STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; margin: 2.5rem auto; max-width: 1100px; padding: 0 1rem; color: #1c1f26; background: #f4f5f9 }
h2 { margin-top: 3rem } img { max-width: 100%; border: 1px solid #d8dbe4; border-radius: 8px } .row { display: grid; gap: 1rem;
grid-template-columns: repeat(auto-fill, minmax(320px, 1fr)) } figure { margin: 1rem 0 } figcaption { color: #5a6070; font-size: 14px }
@media (prefers-color-scheme: dark) { body { color: #e8eaf0; background: #14161c } img { border-color: #2c303a } }
"""


@dataclass
class Chapter:
    """One step: what happened, and its files with a line for each."""

    title: str
    text: str
    files: list[tuple[Path, str]] = field(default_factory=list)


class Album:
    """Pictures in ``folder``, in chapters."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.chapters: list[Chapter] = []

    @property
    def written(self) -> list[Path]:
        return [path for chapter in self.chapters for path, _ in chapter.files]

    def begin(self, title: str, text: str) -> None:
        """What comes now belongs to this step."""
        self.chapters.append(Chapter(title, text))

    def picture(self, name: str, widget: QWidget, caption: str = "") -> None:
        """The widget as it is painted now. Raises ``TourError``."""
        QApplication.processEvents()
        path = self.folder / f"{name}.png"
        if not widget.grab().save(str(path)):
            raise TourError(f"The picture {path} can't be written.")
        self.add(path, caption)

    def add(self, path: Path, caption: str = "") -> None:
        """A file that is there already."""
        self.chapters[-1].files.append((path, caption or path.stem))

    def write_page(self) -> Path:
        """``index.html`` beside the pictures."""
        parts = ["<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content='width=device-width'>"]
        parts.append(f"<title>AE Workbench tour</title><style>{STYLE}</style><h1>AE Workbench {__version__}: a tour</h1>")
        for chapter in self.chapters:
            parts.append(f"<h2>{escape(chapter.title)}</h2><p>{escape(chapter.text)}</p>")
            shown = [self._figure(path, caption) for path, caption in chapter.files]
            parts.append("".join(shown) if len(shown) < 3 else f"<div class=row>{''.join(shown)}</div>")
        path = self.folder / "index.html"
        write_text(path, "\n".join(parts) + "\n")
        return path

    def _figure(self, path: Path, caption: str) -> str:
        place, words = escape(path.relative_to(self.folder).as_posix(), quote=True), escape(caption)
        if path.suffix != ".png":
            return f"<p><a href='{place}'>{words}</a></p>"
        return f"<figure><a href='{place}'><img src='{place}' alt='{words}' loading=lazy></a><figcaption>{words}</figcaption></figure>"
