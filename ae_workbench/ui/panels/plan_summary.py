"""The plan in four numbers, or the sentence that says why there is none."""

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from ae_workbench.core.errors import WorkbenchError
from ae_workbench.core.plan import Plan
from ae_workbench.core.wording import factor
from ae_workbench.ui import theme
from ae_workbench.ui.sentences import sentence
from ae_workbench.ui.translation import QT_TRANSLATE_NOOP
from ae_workbench.ui.wording import count_text

ICON_PX, SPACING_PX, LEAST_PX = 18, 6, 100
TILES = {
    "parameters": (QT_TRANSLATE_NOOP("PlanSummary", "parameters"), QT_TRANSLATE_NOOP("PlanSummary", "Numbers that training adjusts.")),
    "code": (
        QT_TRANSLATE_NOOP("PlanSummary", "code"),
        QT_TRANSLATE_NOOP("PlanSummary", "How many numbers one code has: the bottleneck of the autoencoder."),
    ),
    "compression": (
        QT_TRANSLATE_NOOP("PlanSummary", "compression"),
        QT_TRANSLATE_NOOP("PlanSummary", "Compression factor: numbers in one example over numbers in its code."),
    ),
    "cost": (
        QT_TRANSLATE_NOOP("PlanSummary", "operations"),
        QT_TRANSLATE_NOOP("PlanSummary", "Multiply–adds to encode and decode one example; training takes about three times as many."),
    ),
}


class PlanSummary(QFrame):
    """Tiles for parameters, code size, compression and cost."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("plan_summary")
        self.values: dict[str, QLabel] = {}
        self._tiles: dict[str, QWidget] = {}
        self.problem = QLabel()
        self._icon = QLabel()
        self._stack = QStackedLayout(self)
        self._columns = 0
        self._build()
        theme.signals.changed.connect(self._colour)

    def _build(self) -> None:
        tiles = QWidget()
        tiles.setMinimumWidth(LEAST_PX)  # otherwise no narrower than one row
        self._grid = QGridLayout(tiles)
        self._grid.setContentsMargins(0, 4, 0, 0)
        self._grid.setSpacing(SPACING_PX)
        for key, (caption, meaning) in TILES.items():
            self._tile(key, _tr(caption), _tr(meaning))
        self._arrange()
        wrong = QWidget()
        line = QHBoxLayout(wrong)
        line.setContentsMargins(0, 4, 0, 0)
        line.setSpacing(8)
        self.problem.setObjectName("plan_problem")
        self.problem.setAccessibleName(self.tr("What can't be built"))
        self.problem.setWordWrap(True)
        theme.set_role(self.problem, "problem")
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.problem, 1)
        self._stack.addWidget(tiles)
        self._stack.addWidget(wrong)
        self._colour()

    def _tile(self, key: str, caption: str, meaning: str) -> None:
        tile = QWidget()
        tile.setToolTip(meaning)
        value, below = QLabel(), QLabel(caption)
        value.setObjectName(f"plan_{key}")
        value.setAccessibleName(caption)
        value.setFont(theme.number_font(value.font()))
        theme.set_role(value, "number")
        theme.set_role(below, "muted")
        layout = QVBoxLayout(tile)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(value)
        layout.addWidget(below)
        self.values[key], self._tiles[key] = value, tile

    def show_plan(self, plan: Plan | None, problem: WorkbenchError | None) -> None:
        """Four numbers, or one sentence."""
        self.problem.setText(sentence(problem) if problem else "")
        self._stack.setCurrentIndex(1 if problem or plan is None else 0)
        if plan is not None:
            self.values["parameters"].setText(short_count(plan.parameter_count))
            self._tiles["parameters"].setToolTip(self._split(plan))
            self.values["code"].setText(count_text(plan.code_size))
            self.values["compression"].setText(factor(plan.compression))
            self.values["cost"].setText(short_count(plan.multiply_adds))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """All in one row, or in two where they would be cut off."""
        wanted = sum(tile.sizeHint().width() for tile in self._tiles.values()) + (len(TILES) - 1) * SPACING_PX
        columns = len(TILES) if wanted <= self.width() else len(TILES) // 2
        if columns == self._columns:
            return
        self._columns = columns
        for place, tile in enumerate(self._tiles.values()):
            self._grid.addWidget(tile, place // columns, 2 * (place % columns))
        for between in range(len(TILES) - 1):
            self._grid.setColumnStretch(2 * between + 1, 1 if between < columns - 1 else 0)

    def _split(self, plan: Plan) -> str:
        text = self.tr("%1 numbers that training adjusts: %2 in the encoder, %3 in the decoder.")
        counts = (plan.parameter_count, plan.encoder_parameter_count, plan.decoder_parameter_count)
        for place, count in enumerate(counts, 1):
            text = text.replace(f"%{place}", count_text(count))
        return text

    @Slot()
    def _colour(self) -> None:
        self._icon.setPixmap(theme.icon("triangle-alert", "bad").pixmap(ICON_PX, ICON_PX))


def _tr(text: str) -> str:
    return QCoreApplication.translate("PlanSummary", text)


def short_count(value: int) -> str:
    """All digits below a million; then ``1.24 M``."""
    for limit, unit in ((1_000_000_000, "G"), (1_000_000, "M")):
        if value >= limit:
            return f"{value / limit:.3g} {unit}"
    return count_text(value)
