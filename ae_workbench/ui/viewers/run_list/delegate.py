"""How a row looks: picture, name and state in the first column, quiet numbers in the others, headings across all."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ae_workbench.core.shape import Shape
from ae_workbench.storage.runs import RunSummary
from ae_workbench.ui import theme
from ae_workbench.ui.viewers.run_list.model import ROW_ROLE, Row, RunsModel
from ae_workbench.ui.viewers.run_list.previews import PREVIEW_SIZE, Previews

ROW_PX, HEADING_PX = 58, 40
MARGIN_PX, GAP_PX, RADIUS_PX, DOT_PX = 10, 12, 4, 7
TINT_ALPHA = 110
NARROW_PX = 340
"""At the usual type size; in less the picture is half as wide, so that the name has the room."""
Index = QModelIndex | QPersistentModelIndex
Flag = Qt.AlignmentFlag


class RunDelegate(QStyledItemDelegate):
    """Paints every column."""

    def __init__(self, previews: Previews, parent: QWidget) -> None:
        super().__init__(parent)
        self._previews = previews
        self.hovered_row = -1

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(60, HEADING_PX if index.data(ROW_ROLE).is_heading else ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW_ROLE)
        painter.save()
        if row.run is None:
            self._paint_heading(painter, option.rect, str(index.data() or ""))
        else:
            self._paint_ground(painter, option, index.row())
            if index.column() == 0:
                self._paint_run(painter, option, index, row, row.run)
            else:
                self._paint_value(painter, option, index, row.run)
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, text: str) -> None:
        painter.setPen(QColor(theme.current().muted))
        font = QFont(painter.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.drawText(rect.adjusted(MARGIN_PX, 0, 0, -6), Flag.AlignLeft | Flag.AlignBottom, text)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, row: int) -> None:
        colours = theme.current()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(colours.accent_soft))
        elif row == self.hovered_row:
            painter.fillRect(option.rect, QColor(colours.raised))
        painter.setPen(QPen(QColor(colours.grid), 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())

    def _paint_value(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, run: RunSummary) -> None:
        painter.setPen(QColor(theme.current().muted if run.problem else theme.current().text))
        painter.setFont(theme.number_font(option.font))
        where = option.rect.adjusted(6, 0, -MARGIN_PX, 0)
        text = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, where.width())
        painter.drawText(where, Flag(index.data(Qt.ItemDataRole.TextAlignmentRole)), text)

    def _paint_run(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, row: Row, run: RunSummary) -> None:
        colours = theme.current()
        model = index.model()
        picture = picture_rect(option.rect)
        self._paint_picture(painter, picture, run)
        words = words_rect(option.rect)
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(colours.muted if run.problem else colours.text))
        name = painter.fontMetrics().elidedText(run.name, Qt.TextElideMode.ElideMiddle, words.width())
        upper = QRect(words.left(), words.top(), words.width(), words.height() // 2)
        painter.drawText(upper, Flag.AlignLeft | Flag.AlignBottom, name)
        if isinstance(model, RunsModel):
            self._paint_state(painter, option, words, model, row)

    def _paint_state(self, painter: QPainter, option: QStyleOptionViewItem, words: QRect, model: RunsModel, row: Row) -> None:
        """The second line, with a dot before it for the run that the window shows."""
        colours = theme.current()
        painter.setFont(theme.number_font(_smaller(option.font)))
        lower = words.adjusted(0, words.height() // 2 + 2, 0, 0)
        text = model.state_of(row)
        if row.run is not None and row.run.path == model.shown:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent))
            height = painter.fontMetrics().height()
            painter.drawEllipse(QRectF(lower.left(), lower.top() + (height - DOT_PX) / 2, DOT_PX, DOT_PX))
            lower.setLeft(lower.left() + DOT_PX + 5)
            text = self.tr("Shown · {state}").format(state=text)
        painter.setPen(QColor(colours.bad if row.run is not None and row.run.problem else colours.muted))
        elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, lower.width())
        painter.drawText(lower, Flag.AlignLeft | Flag.AlignTop, elided)

    def _paint_picture(self, painter: QPainter, place: QRect, run: RunSummary) -> None:
        colours = theme.current()
        image = self._previews.of(run, painter.device().devicePixelRatioF())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        if image is None:
            outline.addRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_PX, RADIUS_PX)
            ground = QColor(colours.raised)
            painter.setPen(QPen(QColor(colours.border)))
            painter.setBrush(ground)
            painter.drawPath(outline)
            theme.icon("triangle-alert" if run.problem else "image", "muted").paint(painter, place.adjusted(0, 13, 0, -13))
            return
        size = image.deviceIndependentSize()
        width = whole_px(size.width(), size.height(), run.shape, place.width())
        where = QRectF(place.left(), place.top() + (place.height() - size.height()) / 2, width, size.height())
        outline.addRoundedRect(where, RADIUS_PX, RADIUS_PX)
        painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
        painter.drawImage(where.topLeft(), image)
        painter.setClipping(False)
        frame = QColor(colours.border)
        frame.setAlpha(TINT_ALPHA)
        painter.setPen(frame)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(outline)

    # Renaming

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: N802
        editor = QLineEdit(parent, objectName="run_name_edit")
        editor.setAccessibleName(self.tr("The run's name"))
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802
        words = words_rect(option.rect)
        height = editor.sizeHint().height()
        editor.setGeometry(words.left() - 6, words.center().y() - height // 2, words.width() + 6, height)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:  # noqa: N802
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)


def picture_px(cell: QRect) -> int:
    """How wide the picture may be in a cell of the first column."""
    return PREVIEW_SIZE.width() // (2 if cell.width() < theme.grown(NARROW_PX) else 1)


def whole_px(width: float, height: float, shape: Shape | None, room_px: int) -> float:
    """How much of a preview this large is shown: as many whole examples as there is room for, of which each is over its output."""
    one = height / 2 * (shape.dims[1] / shape.dims[0] if shape is not None and shape.is_image else 1)
    return min(width, room_px // one * one or room_px)


def picture_rect(cell: QRect) -> QRect:
    """Where the picture is in a cell of the first column."""
    top = cell.top() + (cell.height() - PREVIEW_SIZE.height()) // 2
    return QRect(cell.left() + MARGIN_PX, top, picture_px(cell), PREVIEW_SIZE.height())


def words_rect(cell: QRect) -> QRect:
    """Where name and state are in a cell of the first column."""
    left = cell.left() + MARGIN_PX + picture_px(cell) + GAP_PX
    return QRect(left, cell.top() + 4, max(20, cell.right() - left - 4), cell.height() - 8)


def _smaller(font: QFont) -> QFont:
    made = QFont(font)
    made.setPointSizeF(max(6.0, font.pointSizeF() * 0.92))
    return made
