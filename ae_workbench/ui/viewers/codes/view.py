"""The codes viewer: one code to be changed by hand, all codes of the test set, and what each unit draws."""

from typing import Any

from numpy.typing import NDArray
from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from ae_workbench.ui import theme
from ae_workbench.ui.viewers.codes.all_page import AllPage
from ae_workbench.ui.viewers.codes.atlas_page import AtlasPage
from ae_workbench.ui.viewers.codes.edit_page import EditPage
from ae_workbench.ui.viewers.codes.jobs import Atlas, AtlasJob, DecodeJob, OneCode, OneJob, Summary, SummaryJob
from ae_workbench.ui.viewers.codes.overview import CodeRows
from ae_workbench.ui.viewers.viewer import Table, Viewer
from ae_workbench.ui.workers import CodecThread
from ae_workbench.ui.workspace import Workspace

SUMMARY, ONE, DECODED, ATLAS = "summary", "one", "decoded", "atlas"


class CodesViewer(Viewer):
    """Shows the picked test image's code, or the first one's."""

    key = "codes"
    urgent = frozenset({DECODED})

    def __init__(self, workspace: Workspace, codec: CodecThread, parent: QWidget | None = None) -> None:
        super().__init__(workspace, codec, parent)
        self.summary: Summary | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self.edit_page, self.all_page, self.atlas_page = EditPage(), AllPage(), AtlasPage()
        self.pages = QStackedWidget()
        self.buttons = QButtonGroup(self)
        head = QHBoxLayout(spacing=6)
        for number, (page, name, text, tip) in enumerate((
            (self.edit_page, "code_edit_button", self.tr("&One image"), self.tr("The code of the picked image, to be changed by hand")),
            (self.all_page, "code_all_button", self.tr("All &codes"), self.tr("The codes of all test images at a glance")),
            (self.atlas_page, "code_atlas_button", self.tr("Unit at&las"), self.tr("What each unit of the code draws")),
        )):  # fmt: skip
            self.pages.addWidget(page)
            button = QPushButton(text, objectName=name, checkable=True, checked=number == 0)
            button.setToolTip(tip)
            self.buttons.addButton(button, number)
            head.addWidget(button)
        self.order_box = QComboBox(objectName="unit_order_box")
        self.order_box.setAccessibleName(self.tr("Order of the units"))
        self.order_box.setToolTip(self.tr("Units by their number, or those first that differ most from image to image"))
        for key, text in (("number", self.tr("By number")), ("variance", self.tr("By variance")), ("kl", self.tr("By KL"))):
            self.order_box.addItem(text, key)
        order = QLabel(self.tr("&Units"))
        order.setBuddy(self.order_box)
        self._order_widgets = (order, self.order_box)
        head.addStretch(1)
        head.addWidget(order)
        head.addWidget(self.order_box)
        layout = QVBoxLayout(self.content, spacing=8)
        layout.setContentsMargins(12, 10, 12, 8)
        layout.addLayout(head)
        layout.addWidget(self.pages, 1)
        self._show_order()

    def _connect(self) -> None:
        self.buttons.idClicked.connect(self.show_page)
        self.order_box.activated.connect(self._reorder)
        self.edit_page.decode_wanted.connect(self._decode)
        self.all_page.picked.connect(self._look_into)
        self.atlas_page.activated.connect(self._change_part)
        self.atlas_page.turned.connect(self._ask_atlas)
        theme.signals.changed.connect(self.invalidate)
        self.workspace.picked_changed.connect(self._follow_picked)
        self.workspace.drawing_changed.connect(self._follow_drawing)

    # Pages

    @Slot(int)
    def show_page(self, number: int) -> None:
        """0: one image, 1: all codes, 2: unit atlas."""
        self.pages.setCurrentIndex(number)
        self.buttons.button(number).setChecked(True)
        self._show_order()
        self.invalidate()

    def _show_order(self) -> None:
        for widget in self._order_widgets:
            widget.setVisible(self.pages.currentWidget() is not self.edit_page)

    @property
    def _order(self) -> str:
        return self.order_box.currentData()

    @Slot()
    def _reorder(self) -> None:
        self.atlas_page.start_over()
        self.invalidate()

    @Slot(int, int)
    def _look_into(self, index: int, unit: int) -> None:
        self.workspace.pick(index)
        self.edit_page.choose(unit)
        self.show_page(0)

    @Slot(int)
    def _change_part(self, part: int) -> None:
        self.edit_page.choose(part)
        self.show_page(0)
        self.edit_page.widget.setFocus(Qt.FocusReason.OtherFocusReason)

    # Getting it

    def refresh(self) -> None:
        workspace, run = self.workspace, self.workspace.run_folder
        if workspace.dataset is None:
            self.show_empty(self.tr("No data yet"), self.tr("Codes appear here as soon as data and a trained model are there."))
        elif run is None or workspace.shown_epoch is None:
            self.show_empty(self.tr("No codes yet"), self.tr("Press Start: what the model makes of each image on the way appears here."))
        elif not workspace.run_fits_data:
            said = self.tr("The shown run was trained on data of another shape ({shape}): choose its data in the designer.")
            self.show_empty(self.tr("These data don't fit the run"), said.format(shape=run.facts.shape))
        elif not len(workspace.dataset.test):
            self.show_empty(self.tr("No test examples"), self.tr("Choose data that have test examples: their codes are shown here."))
        else:
            self._ask_for_page()

    def _ask_for_page(self) -> None:
        dataset = self.workspace.dataset
        if dataset is None:
            return
        page = self.pages.currentWidget()
        if page is self.edit_page:
            index = min(self.workspace.picked or 0, len(dataset.test) - 1)
            self.ask_snapshot(OneJob(dataset, self.workspace.scaling, index), ONE)
        if self.summary is None or not self._is_shown(self.summary):
            self.ask_snapshot(SummaryJob(dataset, self.workspace.scaling), SUMMARY)
        elif page is not self.edit_page:
            self._show_summary(self.summary)

    def _is_shown(self, answer: Summary | OneCode) -> bool:
        """Whether an answer is about the present run, epoch and data."""
        workspace = self.workspace
        return (answer.run, answer.epoch) == (workspace.run, workspace.shown_epoch) and answer.dataset is workspace.dataset

    @Slot()
    def _ask_atlas(self) -> None:
        if self.summary is not None:
            self.atlas_page.set_picture_size(self.summary.dataset.shape)
            wanted = self.atlas_page.wanted(self.summary.part_order(self._order), has_maps=bool(self.summary.maps))
            self.ask_snapshot(AtlasJob(self.summary, wanted, theme.current().is_dark), ATLAS)

    @Slot(object)
    def _decode(self, code: NDArray) -> None:
        self.ask_snapshot(DecodeJob(code), DECODED)

    # Showing it

    def show_answer(self, what: str, answer: Any) -> None:
        if not self.workspace.run_fits_data:
            return
        if what == DECODED:
            self.edit_page.show_decoded(answer)
        elif what == ATLAS and isinstance(answer, Atlas) and answer.summary is self.summary:
            self.atlas_page.show_atlas(answer)
        elif what == ONE and isinstance(answer, OneCode) and self._fits(answer):
            self.edit_page.show_one(answer)
            self.show_content()
        elif what == SUMMARY and isinstance(answer, Summary) and self._fits(answer):
            self.summary = answer
            self.edit_page.show_summary(answer)
            self._show_summary(answer)
            self.show_content()

    def _fits(self, answer: Summary | OneCode) -> bool:
        """Whether an answer is about the present run and data; an epoch that has gone by since then is still worth showing."""
        return answer.run == self.workspace.run and answer.dataset is self.workspace.dataset

    def _show_summary(self, summary: Summary) -> None:
        kl = self.order_box.findData("kl")
        if summary.kl is None and kl >= 0:
            self.order_box.removeItem(kl)
        elif summary.kl is not None and kl < 0:
            self.order_box.addItem(self.tr("By KL"), "kl")
        page = self.pages.currentWidget()
        if page is self.all_page:
            self.all_page.show_summary(summary, self._order)
            self.all_page.matrix.mark(self.workspace.picked)
        elif page is self.atlas_page:
            self._ask_atlas()

    def table(self) -> Table | None:
        if self.summary is None or not self.shows_content:
            return None
        rows = CodeRows(self.summary)
        return rows.titles, rows

    def figure(self) -> QWidget:
        return self.pages.currentWidget() or self.pages

    def recolour(self) -> None:
        name = self.workspace.colour_map
        self.edit_page.set_colour_map(name)
        self.all_page.matrix.set_colour_map(name)
        self.atlas_page.grid.set_colour_map(name)

    @Slot()
    def _follow_picked(self) -> None:
        self.all_page.matrix.mark(self.workspace.picked)
        if self.pages.currentWidget() is self.edit_page:
            self.invalidate()

    @Slot()
    def _follow_drawing(self) -> None:
        self.edit_page.show_ghost(self.workspace.drawing_code)
