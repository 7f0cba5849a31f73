"""Lasso a group of points: see its images, and save who they are."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, overload

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from ae_workbench.analysis.neighbours import inside_polygon
from ae_workbench.export.tables import ENDINGS
from ae_workbench.ui.save_place import ask_place
from ae_workbench.ui.saving import SaveTable
from ae_workbench.ui.sentences import sentence
from ae_workbench.ui.viewers.latent.film_jobs import PicturesJob
from ae_workbench.ui.viewers.latent.jobs import Examples
from ae_workbench.ui.viewers.latent.page import Floats, Host, Page
from ae_workbench.ui.viewers.latent.strip import StripRow

MOST_PICTURES = 300
MOST_CLASSES = 6
SAVE = "group-save"
FILTER = "CSV (*.csv);;NumPy (*.npz)"


class GroupRows(Sequence[Sequence[Any]]):
    """Rows of a table of examples, made when they are read: id, label, x, y and the code's units."""

    def __init__(self, examples: Examples, indices: Sequence[int], points: Floats, codes: Floats) -> None:
        self._examples, self._indices = examples, indices
        self._points, self._codes = points, codes.reshape(len(codes), -1)

    @property
    def titles(self) -> list[str]:
        units = [f"code_{unit}" for unit in range(self._codes.shape[1])]
        return ["id", *(["label"] if self._labels is not None else []), "x", "y", *units]

    @property
    def _labels(self) -> NDArray[np.int64] | None:
        return self._examples.labels

    def __len__(self) -> int:
        return len(self._indices)

    @overload
    def __getitem__(self, place: int) -> Sequence[Any]: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Sequence[Any]]: ...
    def __getitem__(self, place: int | slice) -> Sequence[Any]:
        if isinstance(place, slice):
            return [self[at] for at in range(*place.indices(len(self)))]
        index = self._indices[place]
        label = [] if self._labels is None else [int(self._labels[index])]
        return [int(index), *label, *self._points[index].tolist(), *self._codes[index].tolist()]


class GroupPage(Page):
    """``indices`` are the examples inside the last lasso."""

    key = "group"
    icon = "lasso"
    tool = "lasso"

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self.outline: Floats | None = None
        self.indices: tuple[int, ...] = ()
        self._build()

    @property
    def title(self) -> str:
        return self.tr("Group: lasso points to see their images and save who they are")

    def _build(self) -> None:
        self.count_label = self.hint("", "latent_plane_group_label")
        self.save_button = QPushButton(self.tr("Save…"), objectName="latent_plane_group_save_button")
        self.save_button.setToolTip(self.tr("Save ids, labels, coordinates and codes of the group as CSV or NPZ"))
        self.save_button.clicked.connect(self._ask_path)
        self.clear_button = QPushButton(self.tr("Clear"), objectName="latent_plane_group_clear_button")
        self.clear_button.setToolTip(self.tr("Let the group go"))
        self.clear_button.clicked.connect(self.clear)
        layout = QVBoxLayout(self, spacing=6)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.count_label, self.save_button, self.clear_button):
            layout.addWidget(widget)
        layout.addStretch(1)

    def open(self) -> None:
        self.follow_codes()

    def forget(self) -> None:
        self.outline, self.indices = None, ()

    def take_line(self, points: Floats) -> None:
        self.outline = points
        self.follow_codes()

    @Slot()
    def clear(self) -> None:
        """No group any more."""
        self.outline = None
        self.follow_codes()

    def follow_codes(self) -> None:
        host, marks = self.host, self.host.plane.marks
        marks.lasso = self.outline
        self.indices = ()
        if self.outline is not None and host.examples is not None:
            points = host.plane.points
            self.indices = tuple(np.flatnonzero(inside_polygon(points.points, self.outline) & points.visible).tolist())
        for button in (self.save_button, self.clear_button):
            button.setEnabled(self.outline is not None and (button is self.clear_button or bool(self.indices)))
        self.count_label.setText(self._words())
        host.plane.update()
        if self.indices and host.examples is not None:
            host.ask(PicturesJob(host.examples, host.rendering, self.indices[:MOST_PICTURES]), self.key)
        else:
            host.strip.clear()

    def _words(self) -> str:
        if self.outline is None:
            return self.tr("Draw around points to see their images, or set corners with Space and end with Enter.")
        said = self.tr("{count} examples").format(count=f"{len(self.indices):,}")
        labels = self.host.examples.labels if self.host.examples else None
        if labels is None or not self.indices:
            return said
        counted = Counter(int(labels[index]) for index in self.indices).most_common(MOST_CLASSES)
        names = self.host.examples.class_names if self.host.examples else ()
        return said + "\n" + ", ".join(f"{count} × {names[label]}" for label, count in counted)

    def table(self) -> tuple[list[str], GroupRows] | None:
        """Titles and rows of the group; of all examples while there is none."""
        host = self.host
        if host.examples is None or host.codes is None or not len(host.codes):
            return None
        chosen = self.indices or range(len(host.codes))
        rows = GroupRows(host.examples, chosen, host.plane.points.points, host.codes)
        return rows.titles, rows

    @Slot()
    def _ask_path(self) -> None:
        path = ask_place(self, self.tr("Save the group"), "group.csv", FILTER, ENDINGS)
        if path is not None:
            self.save(path)

    def save(self, path: Path) -> None:
        """Write the group as CSV or NPZ, by the ending."""
        table = self.table()
        if table is not None:
            self.host.ask(SaveTable(path, table), SAVE)

    def show_answer(self, what: str, answer: Any) -> None:
        if what == SAVE:
            self.count_label.setText(self._words() + "\n" + self.tr("Saved as {name}.").format(name=answer.name))
            return
        examples = self.host.examples
        captions = tuple(examples.label(index) for index in self.indices[: len(answer)]) if examples else ()
        self.host.strip.show_rows([StripRow(answer, captions=captions if any(captions) else ())], plays=False)

    def show_failure(self, error: Exception) -> None:
        self.count_label.setText(sentence(error))

    def show_frame(self, frame: int) -> None:
        if frame < len(self.indices):
            self.host.pick(self.indices[frame])
