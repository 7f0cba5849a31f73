"""A chapter's explanation: its help page, set into the page as high as it is."""

from PySide6.QtCore import QSize, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ae_workbench.ui.help.browser import HelpBrowser
from ae_workbench.ui.help.pages import Library
from ae_workbench.ui.workers import CodecThread


class Explanation(HelpBrowser):
    """``page_wanted`` gives the key of a help page that one of its links leads to."""

    page_wanted = Signal(str)
    margin_px = 0

    def __init__(self, library: Library, key: str, codec: CodecThread, parent: QWidget | None = None) -> None:
        super().__init__(library, codec, parent)
        self.setObjectName("chapter_explanation")
        self.setProperty("role", "flat")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.open_page(key)

    @Slot()
    def _fit(self) -> None:
        height = round(self.document().size().height())
        if height != self.height():
            self.setFixedHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(200, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 (Qt's name)
        event.ignore()  # the page scrolls

    @Slot(QUrl)
    def _follow_link(self, url: QUrl) -> None:
        if url.scheme() in ("http", "https"):
            QDesktopServices.openUrl(url)
        elif (target := url.toString()) in self.library:
            self.page_wanted.emit(target)
