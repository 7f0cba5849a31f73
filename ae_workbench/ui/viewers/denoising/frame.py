"""The denoising viewer's widgets and how they share the space."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSplitter, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from ae_workbench.ui import theme
from ae_workbench.ui.buttons import tool_button
from ae_workbench.ui.elided_label import ElidedLabel
from ae_workbench.ui.panels.section import UprightScroll
from ae_workbench.ui.still_row import StillRow
from ae_workbench.ui.viewers.denoising.bands_view import BandsView
from ae_workbench.ui.viewers.denoising.controls import NoiseControls
from ae_workbench.ui.viewers.denoising.quality_plot import QualityPlot
from ae_workbench.ui.viewers.denoising.repair_page import RepairPage

ROOMY_WIDTH_PX, ROOMY_HEIGHT_PX = 900, 560


class Frame(QWidget):
    """Three pages: rows of images, the curve of quality against noise, painting over. With room the first two are one.

    ``turned`` says that another page is shown.
    """

    turned = Signal()

    def __init__(self, colours: Mapping[str, int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build(colours)
        self._lay_out()
        self.page_buttons.buttonClicked.connect(self._turn)

    def _build(self, colours: Mapping[str, int]) -> None:
        self.controls = NoiseControls(colours)
        self.view = BandsView()
        self.view.setObjectName("denoising_rows")
        self.view.setAccessibleName(self.tr("Test images clean, noisy and with the noise taken off"))
        self.plot = QualityPlot()
        self.plot.setAccessibleName(self.tr("PSNR against the amount of noise"))
        self.repair = RepairPage()
        self.note_label = ElidedLabel("denoising_note", Qt.TextElideMode.ElideRight)
        theme.set_role(self.note_label, "muted")
        self.note_label.setFont(theme.number_font(self.note_label.font()))
        self.note_label.setToolTip(
            self.tr(
                "PSNR: peak signal-to-noise ratio in decibels against the clean image, more is better.\n"
                "SSIM: structural similarity to the clean image, 1 is equal."
            )
        )
        self.back_button = tool_button("denoising_back_button", "chevron-left", self.tr("The images before these"))
        self.forward_button = tool_button("denoising_forward_button", "chevron-right", self.tr("The images after these"))
        self.page_buttons = QButtonGroup(self)
        self.images_button = self._page("images", "denoising_images_button", self.tr("Images"), self.tr("Rows of test images"))
        tip = self.tr("How near images come to the clean ones (PSNR in decibels, more is better) for each amount of noise")
        self.curve_button = self._page("chart-line", "denoising_curve_button", self.tr("Curve"), tip)
        tip = self.tr("Paint over the picked image and see it repaired as you paint")
        self.paint_button = self._page("paintbrush", "denoising_paint_button", self.tr("Paint over"), tip)
        self.images_button.setChecked(True)

    def _page(self, icon: str, name: str, title: str, tip: str) -> QToolButton:
        button = tool_button(name, icon, tip, checkable=True, words=title)
        self.page_buttons.addButton(button)
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout(spacing=4)
        for button in (self.images_button, self.curve_button, self.paint_button):
            head.addWidget(button)
        head.addSpacing(10)
        head.addWidget(StillRow(self.note_label), 1)
        for button in (self.back_button, self.forward_button):
            head.addWidget(button)
        self.splitter = QSplitter()
        self.splitter.setChildrenCollapsible(False)
        self._view_scroll = UprightScroll("denoising_rows_scroll", self.view)
        self.splitter.addWidget(self._view_scroll)
        self.splitter.addWidget(self.plot)
        noise = QWidget()
        column = QVBoxLayout(noise, spacing=8)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.controls)
        column.addWidget(self.splitter, 1)
        self.pages = QStackedWidget()
        self.pages.addWidget(noise)
        self.pages.addWidget(self.repair)
        layout = QVBoxLayout(self, spacing=8)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.addLayout(head)
        layout.addWidget(self.pages, 1)
        self._arrange()

    @property
    def paints(self) -> bool:
        """Whether the page for painting over is shown."""
        return self.paint_button.isChecked()

    @property
    def shows_images(self) -> bool:
        return not self.paints and not self.curve_button.isChecked()

    @property
    def shows_curve(self) -> bool:
        return not self.paints and (self._is_roomy or self.curve_button.isChecked())

    @property
    def _is_roomy(self) -> bool:
        return self.width() >= ROOMY_WIDTH_PX or self.height() >= ROOMY_HEIGHT_PX

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        showed_curve = self.plot.isVisibleTo(self.splitter)
        self._arrange()
        if self.shows_curve and not showed_curve:
            self.turned.emit()

    @Slot()
    def _turn(self) -> None:
        self._arrange()
        self.turned.emit()

    def _arrange(self) -> None:
        wide = self.width() >= ROOMY_WIDTH_PX
        self.splitter.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2 if wide else 1)
        self.curve_button.setVisible(not self._is_roomy)
        if self._is_roomy and self.curve_button.isChecked():
            self.images_button.setChecked(True)
        self._view_scroll.setVisible(not self.curve_button.isChecked())
        self.plot.setVisible(self._is_roomy or self.curve_button.isChecked())
        self.pages.setCurrentIndex(1 if self.paints else 0)
        for button in (self.back_button, self.forward_button):
            button.setVisible(self.shows_images)
