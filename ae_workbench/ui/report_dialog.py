"""Shows reports of what went wrong: to be read, copied, found as files, or deleted."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from ae_workbench.ui.buttons import IconButton

USUAL_SIZE = QSize(760, 540)


class ReportDialog(QDialog):
    """All reports in one text."""

    def __init__(self, reports: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("report_dialog")
        self.setWindowTitle(self.tr("What went wrong"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.reports = list(reports)
        self._build()
        self.resize(USUAL_SIZE)

    def _build(self) -> None:
        what = QLabel(
            self.tr(
                "This is the whole report. It holds no names of your files and folders and nothing of your data, and it goes nowhere "
                "by itself: copy it if you want to pass it on."
            )
        )
        what.setWordWrap(True)
        self.text = QPlainTextEdit(_text(self.reports), objectName="report_text", readOnly=True)
        self.text.setAccessibleName(self.tr("The report"))
        self.text.setToolTip(self.tr("What went wrong, where in the program, and with which versions"))
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        for name, icon, words, tip, slot in (
            ("copy", "copy", self.tr("&Copy"), self.tr("Put the report on the clipboard"), self.copy),
            ("folder", "folder-open", self.tr("Open &folder"), self.tr("Show the report's file in the file manager"), self.open_folder),
            ("delete", "trash-2", self.tr("&Delete"), self.tr("Delete the report's file"), self.delete),
        ):
            button = IconButton(f"report_{name}_button", icon, words, tip)
            button.clicked.connect(slot)
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        layout = QVBoxLayout(self, spacing=12)
        layout.setContentsMargins(20, 18, 20, 16)
        for widget in (what, self.text, buttons):
            layout.addWidget(widget)

    @Slot()
    def copy(self) -> None:
        """The text to the clipboard."""
        QGuiApplication.clipboard().setText(self.text.toPlainText())

    @Slot()
    def open_folder(self) -> None:
        """The folder in the system's file manager."""
        for report in self.reports[:1]:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(report.parent)))

    @Slot()
    def delete(self) -> None:
        """The files are gone, and so is the dialog."""
        for report in self.reports:
            with suppress(OSError):
                report.unlink()
        self.accept()


def _text(reports: Sequence[Path]) -> str:
    texts = []
    for report in reports:
        with suppress(OSError):
            texts.append(report.read_text(encoding="utf-8", errors="replace"))
    return ("\n" + "─" * 60 + "\n\n").join(texts)
