"""Pictures from files onto the canvas, and the drawing and its result into files."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QObject, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QFileDialog, QWidget

from ae_workbench.storage.atomic import write_bytes
from ae_workbench.ui import theme

PICTURES = "*.png *.jpg *.jpeg *.bmp *.gif *.webp *.pgm *.ppm"
PANEL_PX, MARGIN_PX, TITLE_PX = 280, 16, 26


class CanvasFiles(QObject):
    """Asks for names. ``image_chosen`` gives a path to load; ``drawing_named`` and ``result_named`` where to save."""

    image_chosen = Signal(object)
    drawing_named = Signal(object)
    result_named = Signal(object)

    def __init__(self, panel: QWidget) -> None:
        super().__init__(panel)
        self._panel = panel

    @Slot()
    def ask_image(self) -> None:
        """Ask which image to load."""
        kinds = self.tr("Images ({patterns});;All files (*)").format(patterns=PICTURES)
        dialog = self._dialog(self.tr("Load image"), kinds, QFileDialog.AcceptMode.AcceptOpen)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._choose)
        dialog.open()

    @Slot()
    def ask_drawing(self) -> None:
        """Ask where to save the drawing."""
        dialog = self._save_dialog(self.tr("Save drawing"), "drawing.png")
        dialog.fileSelected.connect(self._name_drawing)
        dialog.open()

    @Slot()
    def ask_result(self) -> None:
        """Ask where to save the drawing with what the model makes of it."""
        dialog = self._save_dialog(self.tr("Save drawing and result"), "drawing-and-result.png")
        dialog.fileSelected.connect(self._name_result)
        dialog.open()

    def _save_dialog(self, title: str, name: str) -> QFileDialog:
        dialog = self._dialog(title, self.tr("PNG images (*.png)"), QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("png")
        dialog.selectFile(name)
        return dialog

    def _dialog(self, title: str, kinds: str, mode: QFileDialog.AcceptMode) -> QFileDialog:
        dialog = QFileDialog(self._panel, title, "", kinds)
        dialog.setObjectName("canvas_file_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(mode)
        return dialog

    @Slot(str)
    def _choose(self, name: str) -> None:
        self.image_chosen.emit(Path(name))

    @Slot(str)
    def _name_drawing(self, name: str) -> None:
        self.drawing_named.emit(Path(name))

    @Slot(str)
    def _name_result(self, name: str) -> None:
        self.result_named.emit(Path(name))


def save_png(image: QImage, path: Path) -> None:
    """Write an image whole or not at all. Raises ``OSError``."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    write_bytes(path, bytes(buffer.data().data()))


def side_by_side(pictures: list[tuple[str, QImage]]) -> QImage:
    """Pictures of about the same size in one row on white, each with its title below; small ones keep crisp pixels."""
    width = len(pictures) * (PANEL_PX + MARGIN_PX) + MARGIN_PX
    height = max(round(PANEL_PX * picture.height() / picture.width()) for _, picture in pictures)
    whole = QImage(width, height + 2 * MARGIN_PX + TITLE_PX, QImage.Format.Format_RGB32)
    whole.fill(Qt.GlobalColor.white)
    painter = QPainter(whole)
    painter.setPen(QColor(theme.LIGHT.muted))
    for number, (title, picture) in enumerate(pictures):
        left = MARGIN_PX + number * (PANEL_PX + MARGIN_PX)
        tall = PANEL_PX * picture.height() / picture.width()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, picture.width() > PANEL_PX)
        painter.drawImage(QRectF(left, MARGIN_PX, PANEL_PX, tall), picture)
        painter.drawText(QRectF(left, MARGIN_PX + height, PANEL_PX, TITLE_PX), Qt.AlignmentFlag.AlignCenter, title)
    painter.end()
    return whole
