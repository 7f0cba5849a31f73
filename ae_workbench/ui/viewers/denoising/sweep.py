"""Which amounts of noise are still to be measured for the curve of quality against noise. No Qt, no model."""

from collections.abc import Hashable, Mapping

AMOUNTS = (0.5, 0.0, 1.0, 0.25, 0.75, 0.1, 0.4, 0.6, 0.9, 0.05, 0.15, 0.2, 0.3, 0.35, 0.45, 0.7, 0.8)
"""Far apart first, so that the curve has its form early."""


class Sweep:
    """Measures one thing (``what`` kind of noise on which data and run) at all amounts.

    Another epoch waits until the epoch at hand is measured through, so that a curve is of one epoch and yet gets done
    while training goes on; until then the older epoch's values stand.
    """

    def __init__(self) -> None:
        self.what: Hashable = None
        self.epoch: int | None = None
        self.values: dict[float, Mapping[str, float]] = {}
        self.image_count = 0
        self._done: set[float] = set()

    def aim(self, what: Hashable, epoch: int | None) -> None:
        """Say what is wanted; what is measured already stays where it fits."""
        if what != self.what:
            self.what, self.epoch = what, epoch
            self.values.clear()
            self._done.clear()
        elif epoch != self.epoch and (self.is_done or not self._done):
            self.epoch = epoch
            self._done.clear()

    @property
    def next_amount(self) -> float | None:
        """What to measure now; None when all is done."""
        return next((amount for amount in AMOUNTS if amount not in self._done), None)

    @property
    def is_done(self) -> bool:
        return self.next_amount is None

    def take(self, amount: float, values: Mapping[str, float], image_count: int = 0) -> None:
        """One amount was measured on so many images."""
        self.image_count = image_count
        self._done.add(amount)
        self.values[amount] = values

    def line(self, key: str) -> tuple[list[float], list[float]]:
        """Amounts ascending and the values of one kind of row."""
        found = [(amount, values[key]) for amount, values in sorted(self.values.items()) if key in values]
        return [amount for amount, _ in found], [value for _, value in found]
