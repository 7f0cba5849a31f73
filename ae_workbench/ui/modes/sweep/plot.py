"""What the plots of a sweep share: a pyqtgraph widget in the theme's colours, without its own menu and mouse."""

from PySide6.QtCore import QPointF, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QLabel, QToolTip, QWidget

from ae_workbench.core.sweep import Sweep
from ae_workbench.core.trials import Trial
from ae_workbench.ui import theme
from ae_workbench.ui.axes import RoomyAxis
from ae_workbench.ui.modes.sweep.words import trial_tip
from ae_workbench.ui.plot_axes import dress_axes
from ae_workbench.ui.plotting import pg


class SweepPlot(pg.PlotWidget):
    """``picked`` and ``opened`` give a trial's number, ``menu_requested`` a place on the screen."""

    picked = Signal(int)
    opened = Signal(int)
    menu_requested = Signal(object)
    left_px: int | None = None
    bottom_px = 42
    """Room for the axes at the usual type size; None is as much as is needed."""

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, axisItems={side: RoomyAxis(side) for side in ("left", "bottom")}, enableMenu=False)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.sweep: Sweep | None = None
        self.trials: dict[int, Trial] = {}
        self.chosen: int | None = None
        plot = self.getPlotItem()
        plot.hideButtons()
        # pyqtgraph 0.14 leaves it without a parent, and then it outlives the plot; without its flags it would be painted in the plot.
        plot.ctrlMenu.setParent(self, plot.ctrlMenu.windowFlags())
        plot.setMouseEnabled(x=False, y=False)
        self.setFrameShape(self.Shape.NoFrame)
        self.setMouseTracking(True)
        self.hint = QLabel(self, alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self.hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.set_role(self.hint, "muted")
        theme.signals.changed.connect(self.dress)

    def show_trials(self, sweep: Sweep, trials: dict[int, Trial]) -> None:
        """Draw these; the same sweep's trials come again and again while it runs."""
        self.sweep, self.trials = sweep, trials
        self.redraw()

    def choose(self, number: int | None) -> None:
        """Bring a trial out."""
        self.chosen = number
        self.mark()

    def redraw(self) -> None:
        """Draw what is known."""

    def mark(self) -> None:
        """Draw the chosen trial anew."""

    def nearest(self, place: QPointF) -> int | None:
        """The trial under a place of the view, if there is one."""
        return None

    def tip(self, sweep: Sweep, trial: Trial) -> str:
        """What is read of a trial that is pointed at."""
        return trial_tip(sweep, trial)

    def say(self, text: str) -> None:
        """Words in the middle, while there is nothing to draw."""
        self.hint.setText(text)
        self.hint.setVisible(bool(text))
        self._place_hint()

    def _place_hint(self) -> None:
        room = self.getPlotItem().getViewBox().sceneBoundingRect()
        wide = min(int(room.width()) - 40, 320)
        height = self.hint.heightForWidth(wide)
        self.hint.setGeometry(int(room.center().x() - wide / 2), int(room.center().y() - height / 2), wide, height)

    def resizeEvent(self, event: object) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        if hasattr(self, "hint"):  # pyqtgraph resizes in its constructor
            self._place_hint()

    @Slot()
    def dress(self) -> None:
        """Take the theme's colours."""
        dress_axes(self)
        self.getPlotItem().getAxis("bottom").setHeight(theme.grown(self.bottom_px))
        if self.left_px is not None:
            self.getPlotItem().getAxis("left").setWidth(theme.grown(self.left_px))
        if self.sweep is not None:
            self.redraw()

    # The pointer

    def view_place(self, event: QMouseEvent) -> QPointF:
        """Where the pointer is, in the plot's own numbers."""
        return self.getPlotItem().getViewBox().mapSceneToView(self.mapToScene(event.position().toPoint()))

    def pixels(self) -> tuple[float, float]:
        """The size of a pixel in the plot's own numbers."""
        width, height = self.getPlotItem().getViewBox().viewPixelSize()
        return float(width), float(height)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        number = self.nearest(self.view_place(event))
        self.setCursor(Qt.CursorShape.ArrowCursor if number is None else Qt.CursorShape.PointingHandCursor)
        if number is None or self.sweep is None:
            QToolTip.hideText()
        else:
            QToolTip.showText(event.globalPosition().toPoint(), self.tip(self.sweep, self.trials[number]), self)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        number = self.nearest(self.view_place(event))
        if number is not None:
            self.picked.emit(number)
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        number = self.nearest(self.view_place(event))
        if number is not None:
            self.opened.emit(number)
        event.accept()

    def wheelEvent(self, event: object) -> None:  # noqa: N802 (Qt's name)
        event.ignore()  # type: ignore[attr-defined]

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 (Qt's name)
        self.menu_requested.emit(event.globalPos())
