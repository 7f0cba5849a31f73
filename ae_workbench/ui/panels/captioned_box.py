"""The part of a plot where curves are drawn, with words in its upper right corner."""

from PySide6.QtCore import QRectF

from ae_workbench.ui.panels.steady_curve import SteadyCurve, rounded
from ae_workbench.ui.plotting import pg

GAP_PX = 4
MOST_SHARE = 0.5
"""Of the height, for the words: a plot that is lower shows curves under them."""


class CaptionedBox(pg.ViewBox):
    """Has its value axis end higher where curves would otherwise lie under the words, and only by as much as that takes."""

    def __init__(self) -> None:
        super().__init__(enableMenu=False)
        self._words = QRectF()

    def keep_clear(self, words: QRectF) -> None:
        """Where the words are, as the scene counts."""
        if words != self._words:
            self._words = words
            self.queueUpdateAutoRange()

    def childrenBounds(self, *args: object, **named: object) -> list[list[float] | None]:  # noqa: N802 (pyqtgraph's name)
        across, up = bounds = super().childrenBounds(*args, **named)
        if across is not None and up is not None and not self._words.isEmpty() and not self.rect().isEmpty():
            up[1] = self._top(across, up)
        return bounds

    def _top(self, across: list[float], up: list[float]) -> float:
        """Where the value axis has to end, without the padding that comes to both its ends."""
        highest = self._highest_under(across)
        if highest is None:
            return up[1]
        share = min(MOST_SHARE, (self.mapRectFromScene(self._words).bottom() + GAP_PX) / self.height())
        padding = self.suggestPadding(1)
        top = up[0] + (highest - up[0]) / (1 + padding - share * (1 + 2 * padding))
        return rounded(up[0], top)[1] if top > up[1] else up[1]

    def _highest_under(self, across: list[float]) -> float | None:
        """The highest value of all curves from where the words begin."""
        left, right = across if across[1] > across[0] else (across[0] - 0.5, across[1] + 0.5)
        share, padding = self.mapRectFromScene(self._words).left() / self.width(), self.suggestPadding(0)
        start = left + (share * (1 + 2 * padding) - padding) * (right - left)
        curves = [item for item in self.addedItems if isinstance(item, SteadyCurve) and item.isVisible()]
        return max((high for curve in curves if (high := curve.highest_from(start)) is not None), default=None)
