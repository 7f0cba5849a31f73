"""From one picked example to another, straight and along the arc around the origin."""

from typing import Any

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QSpinBox, QVBoxLayout

from ae_workbench.analysis.paths import lerp, slerp
from ae_workbench.ui.spin_fields import prepare_spin
from ae_workbench.ui.viewers.latent.film_jobs import DecodeJob, PicturesJob
from ae_workbench.ui.viewers.latent.marks import Pin
from ae_workbench.ui.viewers.latent.page import Floats, Host, Page
from ae_workbench.ui.viewers.latent.slots import SlotButton
from ae_workbench.ui.viewers.latent.strip import StripRow

FEWEST, USUAL, MOST = 3, 11, 61
LINE_POINTS = 33
LETTERS = "AB"
ENDS = "between-ends"


class BetweenPage(Page):
    """The next picked example goes to whichever of A and B is marked; they take turns."""

    key = "between"
    icon = "blend"

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self.ends: list[int | None] = [None, None]
        self._codes: tuple[Floats, ...] = ()
        self._build()

    @property
    def title(self) -> str:
        return self.tr("Between two images: what lies on the way, straight and along the arc around the origin")

    def _build(self) -> None:
        title = self.tr("The next picked example becomes {letter}")
        self.slots = [SlotButton(letter, f"latent_plane_slot_{letter.lower()}", title.format(letter=letter)) for letter in LETTERS]
        self._group = QButtonGroup(self)
        pair = QHBoxLayout(spacing=8)
        for slot in self.slots:
            self._group.addButton(slot)
            pair.addWidget(slot)
        pair.addStretch(1)
        self.slots[0].setChecked(True)
        self.count_box = QSpinBox(
            objectName="latent_plane_between_count", minimum=FEWEST, maximum=MOST, value=USUAL, keyboardTracking=False
        )
        prepare_spin(self.count_box)
        self.count_box.setAccessibleName(self.tr("Images on the way"))
        self.count_box.setToolTip(self.tr("How many images are decoded from A to B, both included"))
        self.count_box.valueChanged.connect(self.follow_codes)
        steps = QLabel(self.tr("Images"))
        steps.setBuddy(self.count_box)
        row = QHBoxLayout(spacing=6)
        row.addWidget(steps)
        row.addWidget(self.count_box)
        row.addStretch(1)
        layout = QVBoxLayout(self, spacing=6)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.hint(self.tr("Click two points.")))
        layout.addLayout(pair)
        layout.addLayout(row)
        layout.addStretch(1)

    def open(self) -> None:
        if self.ends == [None, None] and self.host.picked is not None:
            self._take(self.host.picked.index)
        self.follow_codes()

    def forget(self) -> None:
        self._codes = ()

    def follow_picked(self) -> None:
        if self.host.picked is not None and self.host.picked.index not in self.ends:
            self._take(self.host.picked.index)
            self.follow_codes()

    def _take(self, index: int) -> None:
        place = 0 if self.slots[0].isChecked() else 1
        self.ends[place] = index
        self.slots[1 - place].setChecked(True)

    @Slot()
    def follow_codes(self) -> None:
        host = self.host
        if host.examples is None or host.codes is None or not len(host.codes):
            self.ends = [None, None]
        self.ends = [end if end is None or (host.codes is not None and end < len(host.codes)) else None for end in self.ends]
        known = tuple(end for end in self.ends if end is not None)
        if host.examples is not None:
            host.ask(PicturesJob(host.examples, host.rendering, known), ENDS)
        self._mark()
        if len(known) == 2 and host.codes is not None:
            a, b = (host.codes[end] for end in known)
            shares = np.linspace(0, 1, self.count_box.value())
            self._codes = (lerp(a, b, shares), slerp(a, b, shares))
            host.ask(DecodeJob(host.snapshot, host.rendering, self._codes), self.key)
        else:
            host.strip.clear()

    def _mark(self) -> None:
        host, marks = self.host, self.host.plane.marks
        marks.pins, marks.lines = (), ()
        if host.codes is None or host.plane_map is None:
            return
        ends = [(letter, host.codes[end]) for letter, end in zip(LETTERS, self.ends, strict=True) if end is not None]
        marks.pins = tuple(Pin(host.plane_map.point_of(code), letter) for letter, code in ends)
        if len(ends) == 2 and host.plane_map.can_decode:
            shares = np.linspace(0, 1, LINE_POINTS)
            ways = [way(ends[0][1], ends[1][1], shares) for way in (lerp, slerp)]
            marks.lines = tuple(np.array([host.plane_map.point_of(code) for code in way], np.float32) for way in ways)
        host.plane.update()

    def _show_ends(self, pictures: tuple[QImage, ...]) -> None:
        rest = list(pictures)
        for slot, end in zip(self.slots, self.ends, strict=True):
            slot.show_picture(rest.pop(0) if end is not None and rest else None)

    def show_answer(self, what: str, answer: Any) -> None:
        if what == ENDS:
            self._show_ends(answer)
            return
        titles = (self.tr("Straight"), self.tr("Arc"))
        self.host.strip.show_rows([StripRow(pictures, title) for pictures, title in zip(answer, titles, strict=True)])

    def show_frame(self, frame: int) -> None:
        if self.host.plane_map is not None and self._codes and frame < len(self._codes[0]):
            self.move_marker(self.host.plane_map.point_of(self._codes[0][frame]))
