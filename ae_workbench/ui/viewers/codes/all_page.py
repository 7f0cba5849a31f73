"""All codes of the test set: the matrix, the numbers the article reports, and the histogram."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ae_workbench.ui import theme
from ae_workbench.ui.elided_label import ElidedLabel
from ae_workbench.ui.still_row import StillRow
from ae_workbench.ui.viewers.codes.jobs import Summary
from ae_workbench.ui.viewers.codes.matrix import CodeMatrix, Histogram
from ae_workbench.ui.viewers.codes.overview import make_matrix
from ae_workbench.ui.wording import signed_text

SIDE_PX = 190
MOST_NAMED = 12


class Number(QWidget):
    """A number with what it is under it."""

    def __init__(self, name: str, caption: str, tip: str) -> None:
        super().__init__()
        self.value = QLabel("–", objectName=name)
        self.value.setFont(theme.number_font(self.value.font()))
        theme.set_role(self.value, "title")
        self.caption = QLabel()
        theme.set_role(self.caption, "muted")
        self.call(caption, tip)
        layout = QVBoxLayout(self, spacing=0)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.value)
        layout.addWidget(self.caption)

    def call(self, caption: str, tip: str) -> None:
        """Say what it is."""
        self.caption.setText(caption)
        self.value.setAccessibleName(caption)
        self.setToolTip(tip)


class AllPage(QWidget):
    """``picked`` gives test index and unit that were clicked."""

    picked = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.summary: Summary | None = None
        self._build()
        self.matrix.picked.connect(self.picked)
        self.matrix.hovered.connect(self._say)

    def _build(self) -> None:
        self.matrix, self.histogram = CodeMatrix(), Histogram()
        self.matrix.setAccessibleName(self.tr("Codes of the test set, a column for each example, sorted by class"))
        self.histogram.setAccessibleName(self.tr("Histogram of all numbers of all codes"))
        self.histogram.setToolTip(self.tr("How often which values are among all codes; heights on a square-root scale"))
        mean_tip = self.tr("Mean over all numbers of all codes of the test set; the article reports 7.30 and, with a penalty, 3.33")
        self.mean = Number("mean_code_label", self.tr("mean code"), mean_tip)
        self.zeros = Number("zero_share_label", self.tr("zeros"), self.tr("Share of numbers that are exactly 0: how sparse the codes are"))
        self.idle = Number("idle_units_label", *self._words_of_idle(has_prior=False))
        self.count = Number("code_count_label", self.tr("codes"), self.tr("How many test examples these numbers are over"))
        self.named = QLabel(objectName="idle_units_names", wordWrap=True)
        self.note = ElidedLabel("matrix_note", Qt.TextElideMode.ElideRight)
        for label in (self.named, self.note):
            theme.set_role(label, "muted")
            label.setFont(theme.number_font(label.font()))
        numbers = QGridLayout(horizontalSpacing=16, verticalSpacing=6)
        for place, number in enumerate((self.mean, self.zeros, self.count, self.idle)):
            numbers.addWidget(number, place // 2, place % 2)
        side = QVBoxLayout(spacing=6)
        side.addLayout(numbers)
        side.addWidget(self.named)
        side.addWidget(self.histogram, 1)
        holder = QWidget()
        holder.setFixedWidth(SIDE_PX)
        holder.setLayout(side)
        side.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout(spacing=14)
        row.addWidget(self.matrix, 1)
        row.addWidget(holder)
        layout = QVBoxLayout(self, spacing=6)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row, 1)
        layout.addWidget(StillRow(self.note))

    def show_summary(self, summary: Summary, by: str) -> None:
        """The codes, units in the order ``by``."""
        self.summary = summary
        self.matrix.show_matrix(make_matrix(summary, by, theme.current().is_dark), summary)
        self.histogram.show_counts(summary.edges, summary.counts)
        statistics, idle = summary.statistics, summary.idle_parts
        self.mean.value.setText(signed_text(statistics.mean_code, ".2f"))
        self.zeros.value.setText(f"{100 * statistics.zero_share:.1f} %")
        self.count.value.setText(f"{len(summary.codes):,}")
        self.idle.value.setText(f"{len(idle)} / {summary.parts}")
        self.idle.call(*self._words_of_idle(summary.kl is not None))
        self.named.setText(self._names(summary, idle))
        self.named.setVisible(bool(idle))
        self._say(None)

    def _words_of_idle(self, has_prior: bool) -> tuple[str, str]:
        if has_prior:
            return self.tr("collapsed"), self.tr("Units that say nothing: each of their codes is the prior")
        return self.tr("dead"), self.tr("Units that say nothing: the same number for every example")

    def _names(self, summary: Summary, idle: list[int]) -> str:
        if not idle:
            return ""
        named = ", ".join(str(part) for part in idle[:MOST_NAMED])
        if len(idle) > MOST_NAMED:
            named = self.tr("{some} and {count} more").format(some=named, count=len(idle) - MOST_NAMED)
        return self._kind(summary, is_one=len(idle) == 1).format(names=named)

    def _kind(self, summary: Summary, is_one: bool) -> str:
        if summary.kl is not None:
            return self.tr("Collapsed: unit {names}") if is_one else self.tr("Collapsed: units {names}")
        if summary.maps:
            return self.tr("Dead: map {names}") if is_one else self.tr("Dead: maps {names}")
        return self.tr("Dead: unit {names}") if is_one else self.tr("Dead: units {names}")

    @Slot(object)
    def _say(self, found: tuple[int, int] | None) -> None:
        if self.summary is None:
            return
        if found is None:
            said = self.tr("Epoch {epoch} · units down, test examples across; click to look into one")
            self.note.setText(said.format(epoch=self.summary.epoch))
            return
        index, unit = found
        value = float(self.summary.codes[index, unit])
        said = self.tr("Test example {index} · unit {unit} · {value}")
        self.note.setText(said.format(index=index, unit=unit, value=signed_text(value, ".3g")))
