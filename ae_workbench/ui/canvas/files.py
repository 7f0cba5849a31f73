"""Pictures from files onto the canvas, and the drawing and its result into files."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QMimeData, QObject, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QFileDialog, QWidget

from ae_workbench.ui import theme
from ae_workbench.ui.canvas.looking import Looking
from ae_workbench.ui.canvas.pad import Pad
from ae_workbench.ui.canvas.picture_pad import PicturePad
from ae_workbench.ui.canvas.pictures_in import ENDINGS, PictureJob
from ae_workbench.ui.canvas.view import has_picture
from ae_workbench.ui.dropping import few_names, local_files
from ae_workbench.ui.save_place import ask_place
from ae_workbench.ui.saving import SavePicture, Saver
from ae_workbench.ui.workers import CodecThread

PNG = ".png"
PANEL_PX, MARGIN_PX, TITLE_PX = 280, 16, 26


class CanvasFiles(QObject):
    """Images from files, drops and the clipboard, and the drawing and its result out again.

    ``taken`` gives the ``Change`` that an image made, ``told`` what was saved, ``refused`` why something couldn't be read or saved.
    """

    taken = Signal(object)
    told = Signal(str)
    refused = Signal(str)

    def __init__(self, panel: QWidget, looking: Looking, codec: CodecThread) -> None:
        super().__init__(panel)
        self._panel = panel
        self._looking = looking
        self._saver = Saver(codec, self)
        self._saver.told.connect(self.told)
        self._saver.refused.connect(self.refused)
        looking.picture_read.connect(self._take_pixels)
        looking.refused.connect(self.refused)

    @property
    def _pad(self) -> Pad | None:
        return self._looking.view.pad

    # In

    @Slot()
    def paste(self) -> None:
        """Take the image on the clipboard."""
        data = QGuiApplication.clipboard().mimeData()
        if data is not None and has_picture(data):
            self.take_data(data)

    @Slot(object)
    def take_data(self, data: QMimeData) -> None:
        """Take an image that was dropped or pasted; of several files the first, and say so."""
        image = data.imageData() if data.hasImage() else None
        if isinstance(image, QImage) and not image.isNull():
            self._read(image)
            return
        if paths := local_files(data):
            self._read(paths[0])
        if others := paths[1:]:
            self.refused.emit(self.tr("The canvas takes one picture at a time. Left out: {names}").format(names=few_names(others)))

    @Slot(str)
    def take_file(self, name: str) -> None:
        """Take the image in a file."""
        self._read(Path(name))

    def _read(self, source: Path | QImage) -> None:
        if isinstance(self._pad, PicturePad):
            framing = self._looking.framing
            height, width = self._pad.pixels.shape[:2]
            self._looking.read_picture(PictureJob(source, (height, width), self._pad.background, framing is None or framing.is_plain))

    @Slot(object)
    def _take_pixels(self, pixels: NDArray[np.uint8]) -> None:
        if isinstance(self._pad, PicturePad) and pixels.shape == self._pad.pixels.shape:
            self.taken.emit(self._pad.take_pixels(pixels))

    @Slot()
    def ask_image(self) -> None:
        """Ask which image to load."""
        kinds = self.tr("Images ({patterns});;All files (*)").format(patterns=" ".join(f"*{ending}" for ending in ENDINGS))
        dialog = QFileDialog(self._panel, self.tr("Load image"), "", kinds, objectName="canvas_file_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.take_file)
        dialog.open()

    # Out

    @Slot()
    def ask_drawing(self) -> None:
        """Ask where to save the drawing."""
        path = self._ask_place(self.tr("Save drawing"), "drawing.png")
        if path is not None:
            self.save_drawing(path)

    @Slot()
    def ask_result(self) -> None:
        """Ask where to save the drawing with what the model makes of it."""
        path = self._ask_place(self.tr("Save drawing and result"), "drawing-and-result.png")
        if path is not None:
            self.save_result(path)

    def _ask_place(self, title: str, name: str) -> Path | None:
        return ask_place(self._panel, title, name, self.tr("PNG images (*.png)"), (PNG,))

    def drawing(self) -> QImage:
        """A copy of the drawing as an image."""
        if isinstance(self._pad, PicturePad):
            return self._pad.image().copy()
        view = self._looking.view
        return view.grab(view.place.toRect()).toImage()

    @Slot()
    def copy(self) -> None:
        """Put the drawing on the clipboard."""
        QGuiApplication.clipboard().setImage(self.drawing())

    def save_drawing(self, path: Path) -> None:
        """Save the drawing as PNG."""
        self._saver.save(SavePicture(path, self.drawing()))

    def save_result(self, path: Path) -> None:
        """Save the drawing beside what the model sees and makes of it as PNG."""
        image = side_by_side([(self.tr("Drawing"), self.drawing()), *self._looking.results.images()])
        self._saver.save(SavePicture(path, image))


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
