"""Shows one help page at a time, with a history to go back and forward in."""

from urllib.parse import unquote

from PySide6.QtCore import QEvent, QSize, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QFontMetrics, QImage
from PySide6.QtWidgets import QApplication, QTextBrowser, QWidget

from ae_workbench.ui import theme
from ae_workbench.ui.help.formulas import FormulaThread, Outline
from ae_workbench.ui.help.markup import FORMULA, formulas, to_html
from ae_workbench.ui.help.pages import ENGLISH, FIRST_PAGE, Library
from ae_workbench.ui.help.style import page_style
from ae_workbench.ui.workers import CodecThread

FORMULA_SCALE = 1.5
MARGIN_PX = 26
UNSET = QSize(120, 30)
"""Held free until a formula is set."""


class HelpBrowser(QTextBrowser):
    """``page_shown`` gives the key of a page; its links and ``open_page`` lead to others."""

    page_shown = Signal(str)
    margin_px = MARGIN_PX
    """Around the page."""

    def __init__(self, library: Library, codec: CodecThread, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("help_browser")
        self.setAccessibleName(self.tr("Help page"))
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.library = library
        self.key = ""
        self._codec = codec
        self._outlines: dict[str, Outline | None] = {}
        self._behind: list[str] = []
        self._ahead: list[str] = []
        self.anchorClicked.connect(self._follow_link)
        theme.signals.changed.connect(self._show_again)

    # Going places

    def open_page(self, key: str) -> None:
        """Show a page, and remember the one before."""
        key = key if key in self.library else FIRST_PAGE
        if key == self.key:
            return
        if self.key:
            self._behind.append(self.key)
        self._ahead.clear()
        self._show(key)

    @property
    def can_go_back(self) -> bool:
        return bool(self._behind)

    @property
    def can_go_forward(self) -> bool:
        return bool(self._ahead)

    @Slot()
    def go_back(self) -> None:
        """To the page before."""
        if self._behind:
            self._ahead.append(self.key)
            self._show(self._behind.pop())

    @Slot()
    def go_forward(self) -> None:
        """To the page that was left by going back."""
        if self._ahead:
            self._behind.append(self.key)
            self._show(self._ahead.pop())

    @Slot(QUrl)
    def _follow_link(self, url: QUrl) -> None:
        target = url.toString()
        if url.scheme() in ("http", "https"):
            QDesktopServices.openUrl(url)
        elif target in self.library:
            self.open_page(target)

    # Showing

    def _show(self, key: str) -> None:
        self.key = key
        self._lay_out()
        self._set_formulas(formulas(self.library[key].text))
        self.page_shown.emit(key)

    @Slot()
    def _show_again(self) -> None:
        """The colours or the type size changed."""
        if self.key:
            place = self.verticalScrollBar().value()
            self._lay_out()
            self.verticalScrollBar().setValue(place)

    def _lay_out(self) -> None:
        page = self.library[self.key]
        document = self.document()
        document.clear()
        document.setDocumentMargin(self.margin_px)
        document.setDefaultStyleSheet(page_style(theme.current(), QApplication.font()))
        body = to_html(page.text)
        if page.language != self.library.language and self.library.language != ENGLISH:
            note = self.tr("This page is not translated yet, so it is shown in English.")
            body = f'<table class="note" width="100%" cellpadding="9"><tr><td>{note}</td></tr></table>{body}'
        self.setHtml(f"<body>{body}</body>")
        self.document().setDocumentMargin(self.margin_px)

    # Formulas

    def _set_formulas(self, wanted: list[str]) -> None:
        missing = [formula for formula in dict.fromkeys(wanted) if formula not in self._outlines]
        if missing:
            thread = FormulaThread(missing)
            thread.set_.connect(self._keep_outline)
            thread.finished.connect(self._show_again)
            self._codec.start_companion(thread)

    @property
    def is_settled(self) -> bool:
        """Whether every formula of the page is drawn."""
        return all(formula in self._outlines for formula in formulas(self.library[self.key].text)) if self.key else True

    @Slot(str, object)
    def _keep_outline(self, formula: str, outline: Outline | None) -> None:
        self._outlines[formula] = outline

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: N802 (Qt's name)
        address = name.toString(QUrl.ComponentFormattingOption.FullyEncoded) if isinstance(name, QUrl) else name
        if not address.startswith(FORMULA):
            return super().loadResource(kind, name)
        outline = self._outlines.get(unquote(address.removeprefix(FORMULA)))
        if outline is None:
            blank = QImage(UNSET, QImage.Format.Format_ARGB32_Premultiplied)
            blank.fill(Qt.GlobalColor.transparent)
            return blank
        pixels = QFontMetrics(QApplication.font()).height() / 1.2 * FORMULA_SCALE
        return outline.image(pixels, theme.current().text, self.devicePixelRatioF())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._show_again()
