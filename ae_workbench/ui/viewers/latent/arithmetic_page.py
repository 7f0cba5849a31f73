"""Arithmetic on codes: a − b + c, of class means, the picked example and the marker."""

from typing import Any

import numpy as np
from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout

from ae_workbench.analysis.codes import class_means
from ae_workbench.analysis.paths import analogy
from ae_workbench.ui import theme
from ae_workbench.ui.fields import QuietComboBox
from ae_workbench.ui.viewers.latent.film_jobs import DecodeJob
from ae_workbench.ui.viewers.latent.marks import Pin
from ae_workbench.ui.viewers.latent.page import Floats, Host, Page
from ae_workbench.ui.viewers.latent.thumb import Thumb

PICKED, MARKER = "picked", "marker"
SMALL_PX, RESULT_PX = 34, 64
LETTERS, SIGNS = "abc", ("", "−", "+")


class ArithmeticPage(Page):
    """What makes ``a`` differ from ``b``, added to ``c``."""

    key = "arithmetic"
    icon = "calculator"

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self.result: Floats | None = None
        self._means: dict[int, Floats] = {}
        self._build()

    @property
    def title(self) -> str:
        return self.tr("Arithmetic: a − b + c on the codes of class means, the picked example and the marker")

    def _build(self) -> None:
        self.boxes = [self._box(letter) for letter in LETTERS]
        said = self.tr("What {letter} decodes to")
        self.thumbs = [Thumb(SMALL_PX, f"latent_plane_term_{letter}_image", said.format(letter=letter)) for letter in LETTERS]
        self.result_thumb = Thumb(RESULT_PX, "latent_plane_result_image", self.tr("What a − b + c decodes to"))
        self.marker_button = QPushButton(self.tr("Go there"), objectName="latent_plane_result_button")
        self.marker_button.setToolTip(self.tr("Put the marker where a − b + c lies"))
        self.marker_button.clicked.connect(self._go_there)
        grid = QGridLayout(horizontalSpacing=6, verticalSpacing=4)
        for row, (sign, box, thumb) in enumerate(zip(SIGNS, self.boxes, self.thumbs, strict=True)):
            grid.addWidget(self._sign(sign), row, 0)
            grid.addWidget(box, row, 1)
            grid.addWidget(thumb, row, 2)
        grid.addWidget(self._sign("="), 3, 0)
        grid.addWidget(self.result_thumb, 3, 1)
        grid.setColumnStretch(1, 1)
        layout = QVBoxLayout(self, spacing=6)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(grid)
        layout.addWidget(self.marker_button)
        layout.addStretch(1)

    def _box(self, letter: str) -> QuietComboBox:
        box = QuietComboBox()
        box.setObjectName(f"latent_plane_term_{letter}_box")
        box.setMinimumContentsLength(4)
        box.setAccessibleName(self.tr("Term {letter}").format(letter=letter))
        said = self.tr("{letter} in a − b + c: the mean code of a class, the picked example, or the marker's place")
        box.setToolTip(said.format(letter=letter))
        box.activated.connect(self._reckon)
        return box

    def _sign(self, sign: str) -> QLabel:
        label = QLabel(sign, alignment=Qt.AlignmentFlag.AlignCenter)
        label.setFixedWidth(label.fontMetrics().horizontalAdvance("−"))
        theme.set_role(label, "muted")
        return label

    def open(self) -> None:
        self.follow_codes()

    def follow_picked(self) -> None:
        self._reckon()

    def follow_codes(self) -> None:
        host = self.host
        labels = host.examples.labels if host.examples else None
        self._means = class_means(host.codes, labels) if labels is not None and host.codes is not None and len(host.codes) else {}
        names = host.examples.class_names if host.examples else ()
        offered = [(self.tr("Mean {name}").format(name=names[label]), label) for label in self._means]
        self._offer([*offered, (self.tr("Picked"), PICKED), (self.tr("Marker"), MARKER)])
        self._reckon()

    def _offer(self, terms: list[tuple[str, Any]]) -> None:
        for place, box in enumerate(self.boxes):
            if [(box.itemText(i), box.itemData(i)) for i in range(box.count())] != terms:
                before = box.currentData()
                box.clear()
                for text, data in terms:
                    box.addItem(text, data)
                found = box.findData(before) if before is not None else -1
                box.setCurrentIndex(found if found >= 0 else min(place, len(terms) - 1))

    def _code(self, term: Any) -> Floats | None:
        host = self.host
        if term == PICKED:
            return host.picked.code if host.picked is not None else None
        if term == MARKER:
            marker, plane_map = host.plane.marks.marker, host.plane_map
            if marker is None or plane_map is None or not plane_map.can_decode:
                return None
            return plane_map.codes_at(np.array([marker], np.float32))[0]
        return self._means.get(term)

    @Slot()
    def _reckon(self) -> None:
        host = self.host
        if host.snapshot is None or host.plane_map is None:
            return
        codes = [self._code(box.currentData()) for box in self.boxes]
        known = [code for code in codes if code is not None]
        self.result = analogy(*known) if len(known) == len(codes) else None
        self.marker_button.setEnabled(self.result is not None)
        shape = host.snapshot.plan.code_dims
        every = (*codes, self.result)
        rows = tuple(code.reshape(1, *shape) if code is not None else np.zeros((0, *shape), np.float32) for code in every)
        host.ask(DecodeJob(host.snapshot, host.rendering, rows), self.key)
        names = [*LETTERS, "="]
        pins = [Pin(host.plane_map.point_of(code), name) for code, name in zip(every, names, strict=True) if code is not None]
        host.plane.marks.pins = tuple(pins)
        host.plane.update()

    def show_answer(self, what: str, answer: Any) -> None:
        for thumb, pictures in zip((*self.thumbs, self.result_thumb), answer, strict=True):
            thumb.show_picture(pictures[0] if pictures else None)

    @Slot()
    def _go_there(self) -> None:
        if self.result is not None and self.host.plane_map is not None:
            self.move_marker(self.host.plane_map.point_of(self.result))
