"""The variants as cards, each with a sketch of its shape."""

from PySide6.QtCore import Property, QRectF, QSize, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QLabel, QSizePolicy, QWidget

from ae_workbench.core.plan import Plan
from ae_workbench.core.shape import Shape
from ae_workbench.ui import theme
from ae_workbench.ui.help.context import set_help
from ae_workbench.ui.sketches import paint_sketch
from ae_workbench.ui.wording import said
from ae_workbench.variants import VARIANTS, Variant
from ae_workbench.variants.recipes import make_plan, presets

COLUMNS = 3
CARD_HEIGHT_PX = 66
CARD_WIDTH_PX = 78
TITLE_SCALE = 0.9
SKETCH_SHAPE = Shape((28, 28, 1))
STEPS = {
    Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -COLUMNS, Qt.Key.Key_Down: COLUMNS, Qt.Key.Key_Home: -99, Qt.Key.Key_End: 99,
}  # fmt: skip


class VariantCard(QAbstractButton):
    """One variant: sketch and title."""

    def __init__(self, variant: Variant, plan: Plan) -> None:
        super().__init__()
        self._plan = plan
        self._sketches: dict[bool, tuple[object, QPixmap]] = {}
        self.key = variant.key
        self.setObjectName(f"variant_card_{variant.key}")
        set_help(self, f"variants/{variant.key}")
        self.setText(said(variant.title))
        self.setAccessibleName(said(variant.title))
        self.setAccessibleDescription(said(variant.summary))
        self.setToolTip(said(variant.summary))
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(CARD_WIDTH_PX, CARD_HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Arrow keys are for all cards together."""
        if event.key() in STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        edge = colours.accent if self.isChecked() or self.hasFocus() else colours.muted if self.underMouse() else colours.border
        painter.setPen(QPen(QColor(edge), 3.0 if self.isChecked() and self.hasFocus() else 2.0 if self.isChecked() else 1.0))
        painter.setBrush(QColor(colours.accent_soft if self.isChecked() else colours.raised))
        painter.drawRoundedRect(frame, 8, 8)
        font = self._title_font(frame.width() - 8)
        text_height = painter.fontMetrics().height()
        painter.drawPixmap(0, 0, self._sketch(frame.adjusted(10, 8, -10, -text_height - 10)))
        painter.setFont(font)
        painter.setPen(QColor(colours.text))
        below = QRectF(frame.left() + 2, frame.bottom() - text_height - 4, frame.width() - 4, text_height)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self.text())

    def _sketch(self, room: QRectF) -> QPixmap:
        """The plan's sketch, painted once for its place and colours: cards are painted each time that something beside them moves."""
        ratio = self.devicePixelRatioF()
        wanted = room, ratio, theme.current()
        drawn, pixmap = self._sketches.get(self.isChecked(), (None, QPixmap()))
        if drawn != wanted:
            pixmap = QPixmap((QSizeF(self.size()) * ratio).toSize())
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_sketch(painter, room, self._plan, theme.current(), self.isChecked())
            painter.end()
            self._sketches[self.isChecked()] = wanted, pixmap
        return pixmap

    def _title_font(self, room: float) -> QFont:
        """A little smaller than the interface's, and as much more as the title needs to fit."""
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal)
        wanted = QFontMetricsF(font).horizontalAdvance(self.text())
        font.setPointSizeF(font.pointSizeF() * min(TITLE_SCALE, room / max(wanted, 1.0)))
        return font


class VariantCards(QWidget):
    """``picked`` carries a variant's key when a person (or a script, by ``select``) chooses another card."""

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("variant_cards")
        self.setAccessibleName(self.tr("Variants of the autoencoder"))
        self._cards = {v.key: VariantCard(v, make_plan(presets()[v.key].recipe, SKETCH_SHAPE)) for v in VARIANTS}
        self._selected = ""
        self.summary = QLabel()
        self._build()
        for card in self._cards.values():
            card.clicked.connect(self._pick_clicked)
        theme.signals.changed.connect(self.update)

    def _build(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for position, card in enumerate(self._cards.values()):
            layout.addWidget(card, position // COLUMNS, position % COLUMNS)
        for column in range(COLUMNS):
            layout.setColumnStretch(column, 1)
        left_over = -len(self._cards) % COLUMNS
        self.summary.setWordWrap(True)
        self.summary.setObjectName("variant_summary")
        theme.set_role(self.summary, "muted")
        if left_over:
            layout.addWidget(self.summary, len(self._cards) // COLUMNS, COLUMNS - left_over, 1, left_over)
        else:
            layout.addWidget(self.summary, len(self._cards) // COLUMNS, 0, 1, COLUMNS)

    def _get_selected(self) -> str:
        return self._selected

    selected = Property(str, _get_selected)

    def card(self, key: str) -> VariantCard:
        return self._cards[key]

    @Slot(str)
    def select(self, key: str) -> None:
        """Choose a variant, as a click on its card does."""
        if key not in VARIANTS:
            VARIANTS[key]
        if key != self._selected:
            self.show_selected(key)
            self.picked.emit(key)

    def show_selected(self, key: str) -> None:
        """Show without telling."""
        self._selected = key
        for card in self._cards.values():
            chosen = card.key == key
            card.setChecked(chosen)
            card.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus)
        self.summary.setText(said(VARIANTS[key].summary))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Arrow keys choose, as in a group of radio buttons."""
        step = STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        keys = list(self._cards)
        position = keys.index(self._selected) + step
        if abs(step) == COLUMNS and not 0 <= position < len(keys):
            return
        key = keys[min(max(position, 0), len(keys) - 1)]
        self.select(key)
        self._cards[key].setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _pick_clicked(self) -> None:
        card = self.sender()
        if isinstance(card, VariantCard):
            card.setChecked(True)
            self.select(card.key)
