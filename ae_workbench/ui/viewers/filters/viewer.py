"""What the first layer looks for, what the last one draws with, and what every layer makes of the picked example."""

from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from ae_workbench.ui import theme
from ae_workbench.ui.buttons import tool_button
from ae_workbench.ui.elided_label import ElidedLabel
from ae_workbench.ui.still_row import StillRow
from ae_workbench.ui.viewers.filters.jobs import DECODER, ENCODER, MAPS, STORED, STRONGEST, MapsJob, Sheet, WeightsJob
from ae_workbench.ui.viewers.filters.scale_bar import ScaleBar
from ae_workbench.ui.viewers.filters.sheet_view import SheetView
from ae_workbench.ui.viewers.viewer import Table, Viewer
from ae_workbench.ui.workers import CodecThread
from ae_workbench.ui.workspace import Workspace


class FiltersViewer(Viewer):
    """Weights need no data; feature maps need data that fit the run."""

    key = "filters"

    def __init__(self, workspace: Workspace, codec: CodecThread, parent: QWidget | None = None) -> None:
        super().__init__(workspace, codec, parent)
        self.sheet: Sheet | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self.page_buttons = QButtonGroup(self)
        about = {
            ENCODER: ("scan-search", self.tr("First layer"), self.tr("What each unit or filter of the first layer looks for")),
            DECODER: ("pencil", self.tr("Decoder"), self.tr("What each unit of the layer before the output draws")),
            MAPS: ("layers", self.tr("Feature maps"), self.tr("What every layer makes of the picked test example, in order")),
        }
        self.pages = {key: self._page(key, *words) for key, words in about.items()}
        self.pages[ENCODER].setChecked(True)
        self.order_box = QComboBox(objectName="filters_order_box")
        self.order_box.setAccessibleName(self.tr("Order of the pictures"))
        self.order_box.setToolTip(self.tr("As they stand in the model, or those with the largest weights first"))
        self.order_box.addItem(self.tr("In order"), STORED)
        self.order_box.addItem(self.tr("Strongest first"), STRONGEST)
        self.scale_button = QToolButton(objectName="filters_scale_button", text=self.tr("Own scale"), checkable=True)
        theme.set_role(self.scale_button, "switch")
        self.scale_button.setAccessibleName(self.scale_button.text())
        self.scale_button.setToolTip(self.tr("Give each picture the full range of colours, so that weak weights are seen too"))
        self.bar = ScaleBar()
        self.bar.setToolTip(self.tr("Weights: blue is negative, red is positive, and 0 is as light or dark as the window"))
        self.note_label = ElidedLabel("filters_note", Qt.TextElideMode.ElideRight)
        theme.set_role(self.note_label, "muted")
        self.note_label.setFont(theme.number_font(self.note_label.font()))
        self.view = SheetView()
        self.view.setObjectName("filters_sheet")
        self.view.setAccessibleName(self.tr("Weights or feature maps as pictures"))
        self._lay_out()

    def _page(self, key: str, icon: str, title: str, tip: str) -> QToolButton:
        button = tool_button(f"filters_{key}_button", icon, tip, checkable=True, words=title)
        self.page_buttons.addButton(button)
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout(spacing=4)
        for button in self.pages.values():
            head.addWidget(button)
        head.addSpacing(10)
        head.addWidget(StillRow(self.note_label), 1)
        self.choices = QWidget()
        row = QHBoxLayout(self.choices, spacing=8)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self.order_box, self.scale_button):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.bar)
        layout = QVBoxLayout(self.content, spacing=8)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.addLayout(head)
        layout.addWidget(self.choices)
        layout.addWidget(self.view, 1)
        self._arrange()

    def _connect(self) -> None:
        self.page_buttons.buttonClicked.connect(self._turn)
        self.order_box.activated.connect(self.invalidate)
        self.scale_button.toggled.connect(self.invalidate)
        self.workspace.picked_changed.connect(self._follow_picked)
        theme.signals.changed.connect(self.invalidate)

    # Asking

    @property
    def page(self) -> str:
        """The page that is shown."""
        return next(key for key, button in self.pages.items() if button.isChecked())

    @Slot()
    def _turn(self) -> None:
        self.view.enlarged.hide()
        self.view.chosen = None
        self._arrange()
        self.invalidate()

    def _arrange(self) -> None:
        self.choices.setVisible(self.page != MAPS)

    @Slot()
    def _follow_picked(self) -> None:
        if self.page == MAPS:
            self.invalidate()

    def refresh(self) -> None:
        run, dataset = self.workspace.run_folder, self.workspace.dataset
        if run is None or self.workspace.shown_epoch is None:
            self.show_empty(
                self.tr("No weights yet"), self.tr("Press Start: the weights appear here as images as soon as there is a model.")
            )
        elif self.page != MAPS:
            self.ask_snapshot(WeightsJob(self.page, self.order_box.currentData(), self.scale_button.isChecked(), theme.current().is_dark))
        elif dataset is None or not self.workspace.run_fits_data or not len(dataset.test):
            self._say_no_maps()
        else:
            index = min(self.workspace.picked or 0, len(dataset.test) - 1)
            self.ask_snapshot(MapsJob(dataset, self.workspace.scaling, index, theme.current().is_dark))

    def _say_no_maps(self) -> None:
        run = self.workspace.run_folder
        self.sheet = None
        self.view.show_sections(())
        if run is not None:
            words = self.tr("No feature maps: the shown run needs data of the shape {shape}.")
            self.note_label.setText(words.format(shape=run.facts.shape))
        self.show_content()

    # Showing

    def show_answer(self, what: str, answer: Any) -> None:
        if answer.page != self.page:
            return
        self.sheet = answer
        self.view.show_sections(answer.sections)
        self.bar.set_limit(None if self.scale_button.isChecked() else answer.sections[0].limit)
        said = self.tr("Epoch {epoch}").format(epoch=answer.epoch)
        if answer.index is not None:
            said = self.tr("{epoch} · test example {index}").format(epoch=said, index=answer.index)
        self.note_label.setText(said)
        self.show_content()

    def recolour(self) -> None:
        self.view.set_colour_map(self.workspace.colour_map)

    def table(self) -> Table | None:
        if self.sheet is None:
            return None
        lines = []
        for section in self.sheet.sections:
            for cell in section.cells:
                lines.append([section.title, cell.caption, *map(float, cell.values.ravel())])
        longest = max(len(line) for line in lines)
        titles = ["layer", "picture", *(f"value {n}" for n in range(longest - 2))]
        return titles, [line + [""] * (longest - len(line)) for line in lines]

    def figure(self) -> QWidget:
        return self.view
