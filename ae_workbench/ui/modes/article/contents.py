"""The chapters in a list, with how each of their steps stands."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ae_workbench.analysis.chapters import CHAPTERS, Chapter
from ae_workbench.analysis.chapters.steps import chapter_step, steps_of
from ae_workbench.ui import theme
from ae_workbench.ui.modes.article.results import Results
from ae_workbench.ui.modes.article.words import state_of, told, when_text
from ae_workbench.ui.sentences import in_words
from ae_workbench.ui.style_sheet import SMALL_SCALE

KEY_ROLE = Qt.ItemDataRole.UserRole
ROW_PX, LEFT_PX, NUMBER_PX, DOT_PX, DOT_GAP_PX, RADIUS_PX = 58, 12, 26, 8, 5, 7
USUAL_PX, LEAST_PX = 292, 228
"""The list's width; titles are cut in less than the usual one."""
Index = QModelIndex | QPersistentModelIndex
Flag = Qt.AlignmentFlag


def state_line(results: Results, chapter: Chapter) -> str:
    """How a chapter stands, in a few words."""
    steps = steps_of(chapter)
    done = [step for step in steps if step.key in results.found]
    if any(step.key == results.running for step in steps):
        return told("Running…")
    if not done:
        failed = any(step.key in results.errors for step in steps)
        return told("Failed") if failed else told("Nothing to run") if not steps else told("Not run yet")
    newest = max((results.found[step.key] for step in done), key=lambda result: result.when)
    own = chapter_step(chapter)
    said = state_of(results, own.key)[0] if own is not None and own.key in results.found else ""
    if not said:
        said = told("{done} of {total} run").format(done=len(done), total=len(steps))
    return f"{said} · {when_text(newest)}"


class ContentsDelegate(QStyledItemDelegate):
    """Number and title, below a dot for each step and the state in words."""

    def __init__(self, results: Results, parent: QWidget) -> None:
        super().__init__(parent)
        self._results = results

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(120, max(ROW_PX, 2 * option.fontMetrics.height() + 22))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        chapter = CHAPTERS[index.data(KEY_ROLE)]
        colours = theme.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = option.rect.adjusted(1, 1, -1, -1)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_soft if is_chosen else colours.raised))
            painter.drawRoundedRect(rect, RADIUS_PX, RADIUS_PX)
        self._paint_words(painter, option, rect, index.row() + 1, chapter, is_chosen)
        painter.restore()

    def _paint_words(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, number: int, chapter: Chapter, is_chosen: bool
    ) -> None:  # fmt: skip
        colours = theme.current()
        bold, small = QFont(option.font), QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        small.setPointSizeF(small.pointSizeF() * SMALL_SCALE)
        middle = rect.center().y() + 1
        upper = QRect(rect.left() + LEFT_PX, rect.top(), rect.width() - 2 * LEFT_PX, middle - rect.top() - 2)
        lower = QRect(upper.left() + NUMBER_PX, middle + 3, upper.width() - NUMBER_PX, rect.bottom() - middle)
        painter.setFont(bold)
        painter.setPen(QColor(colours.accent))
        painter.drawText(upper, Flag.AlignLeft | Flag.AlignBottom, str(number))
        painter.setPen(QColor(colours.text))
        title = upper.adjusted(NUMBER_PX, 0, 0, 0)
        painter.drawText(
            title,
            Flag.AlignLeft | Flag.AlignBottom,
            QFontMetrics(bold).elidedText(in_words(chapter.title), Qt.TextElideMode.ElideRight, title.width()),
        )
        painter.setFont(small)
        lower.setLeft(lower.left() + self._paint_dots(painter, lower.left(), lower.top() + QFontMetrics(small).height() / 2, chapter))
        painter.setPen(QColor(colours.muted))
        state = QFontMetrics(small).elidedText(state_line(self._results, chapter), Qt.TextElideMode.ElideRight, lower.width())
        painter.drawText(lower, Flag.AlignLeft | Flag.AlignTop, state)

    def _paint_dots(self, painter: QPainter, left: float, middle: float, chapter: Chapter) -> int:
        """One for each step; gives how far they reach."""
        colours = theme.current()
        steps = steps_of(chapter)
        for place, step in enumerate(steps):
            _, tone = state_of(self._results, step.key)
            colour = QColor(getattr(colours, "accent" if tone == "running" else tone or "muted"))
            dot = QRectF(left + place * (DOT_PX + DOT_GAP_PX), middle - DOT_PX / 2, DOT_PX, DOT_PX).adjusted(0.75, 0.75, -0.75, -0.75)
            painter.setPen(QPen(colour, 1.5))
            painter.setBrush(colour if tone and tone != "running" else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(dot)
        return len(steps) * (DOT_PX + DOT_GAP_PX) + (4 if steps else 0)


class ContentsList(QListWidget):
    """``chosen`` gives the key of a chapter."""

    chosen = Signal(str)

    def __init__(self, results: Results, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._results = results
        self.setObjectName("article_contents")
        self.setAccessibleName(self.tr("Chapters"))
        self.setItemDelegate(ContentsDelegate(results, self))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Expanding)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for chapter in CHAPTERS:
            item = QListWidgetItem(in_words(chapter.title))
            item.setData(KEY_ROLE, chapter.key)
            item.setToolTip(in_words(chapter.summary))
            self.addItem(item)
        self.currentItemChanged.connect(self._tell)
        results.reset.connect(self.follow)
        results.changed.connect(self.follow)
        theme.signals.changed.connect(self.viewport().update)
        self.follow()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(USUAL_PX, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(LEAST_PX, super().minimumSizeHint().height())

    @property
    def key(self) -> str:
        """Of the chapter in front; empty before one is."""
        item = self.currentItem()
        return str(item.data(KEY_ROLE)) if item is not None else ""

    def choose(self, key: str) -> None:
        """Bring a chapter to the front; the first one where there is none of this key."""
        keys = CHAPTERS.keys
        self.setCurrentRow(keys.index(key) if key in keys else 0)

    def step_by(self, places: int) -> None:
        """To a chapter before or after."""
        self.setCurrentRow(min(max(self.currentRow() + places, 0), self.count() - 1))

    @Slot()
    def follow(self) -> None:
        """Show and say how the chapters stand now."""
        for row in range(self.count()):
            item = self.item(row)
            chapter = CHAPTERS[item.data(KEY_ROLE)]
            states = ", ".join(f"{in_words(step.title)}: {state_of(self._results, step.key)[0]}" for step in steps_of(chapter))
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole, f"{row + 1}. {in_words(chapter.title)}. {states or state_line(self._results, chapter)}"
            )
        self.viewport().update()

    @Slot(QListWidgetItem, QListWidgetItem)
    def _tell(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(str(item.data(KEY_ROLE)))
