"""The panel beside the plane: what the marker decodes to, and below it one page at a time."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QLabel, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from ae_workbench.ui import theme
from ae_workbench.ui.buttons import tool_button
from ae_workbench.ui.panels.section import UprightScroll
from ae_workbench.ui.still_row import StillRow
from ae_workbench.ui.viewers.latent.jobs import Look
from ae_workbench.ui.viewers.latent.page import Page
from ae_workbench.ui.viewers.latent.thumb import Thumb
from ae_workbench.ui.wording import signed_text

WIDTH_PX, MARKER_PX = 176, 104


class SidePanel(QWidget):
    """``page_changed`` when another page has come to the front."""

    page_changed = Signal()

    def __init__(self, pages: Sequence[Page], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages = list(pages)
        self.look: Look | None = None
        self.setFixedWidth(WIDTH_PX)
        self._build()
        self._group.buttonClicked.connect(self._choose)

    def _build(self) -> None:
        self.marker_thumb = Thumb(MARKER_PX, "latent_plane_marker_image", self.tr("What the marker's place decodes to"))
        self.marker_label = QLabel(objectName="latent_plane_marker_label")
        theme.set_role(self.marker_label, "muted")
        self.marker_label.setFont(theme.number_font(self.marker_label.font()))
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QAbstractButton] = {}
        self._stack = QStackedWidget()
        self._stack.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        switches = QHBoxLayout(spacing=0)
        for page in self.pages:
            button = tool_button(f"latent_plane_{page.key}_button", page.icon, page.title, checkable=True)
            self.buttons[page.key] = button
            self._group.addButton(button)
            switches.addWidget(button)
            self._stack.addWidget(page)
        switches.addStretch(1)
        self.buttons[self.pages[0].key].setChecked(True)
        self._bring_to_front(self.pages[0])
        layout = QVBoxLayout(self, spacing=4)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.marker_thumb)
        layout.addWidget(StillRow(self.marker_label))
        layout.addLayout(switches)
        layout.addWidget(UprightScroll("latent_plane_page_scroll", self._stack), 1)

    @property
    def page(self) -> Page:
        """The page in front."""
        return next(page for page in self.pages if page is self._stack.currentWidget())

    def open(self, key: str) -> None:
        """Bring a page to the front."""
        self.buttons[key].setChecked(True)
        self._choose(self.buttons[key])

    def offer(self, key: str, on: bool) -> None:
        """Whether a page makes sense at present; the first always does."""
        self.buttons[key].setVisible(on)
        if not on and self.page.key == key:
            self.open(self.pages[0].key)

    @Slot(QAbstractButton)
    def _choose(self, button: QAbstractButton) -> None:
        page = next(page for page in self.pages if self.buttons[page.key] is button)
        if page is not self._stack.currentWidget():
            self._bring_to_front(page)
            self.page_changed.emit()

    def _bring_to_front(self, page: Page) -> None:
        """Only the page in front has a say in how high the pages are: otherwise short ones could be scrolled."""
        for other in self.pages:
            height = QSizePolicy.Policy.Preferred if other is page else QSizePolicy.Policy.Ignored
            other.setSizePolicy(QSizePolicy.Policy.Preferred, height)
        self._stack.setCurrentWidget(page)

    def show_marker(self, look: Look | None, titles: tuple[str, str]) -> None:
        """What lies under the marker: decoded, or the nearest example where nothing can be decoded."""
        self.look = look
        picture = look.picture if look else None
        if look is not None and picture is None and look.neighbours:
            picture = look.neighbours[0].picture
        self.marker_thumb.show_picture(picture)
        named = zip(titles, look.point if look else (), strict=False)
        names = ((title.split()[0], value) for title, value in named if title)  # shares such as in "PC₁ 71%" stand on the axes
        self.marker_label.setText(" · ".join(f"{name} {signed_text(value, '.2f')}" for name, value in names))
