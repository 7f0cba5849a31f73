"""How the curve of quality against noise comes about: asked for point by point, drawn as it grows, and read under the pointer."""

from collections.abc import Callable, Hashable

from PySide6.QtCore import QObject, Slot

from ae_workbench.ui import theme
from ae_workbench.ui.viewers.denoising import wording
from ae_workbench.ui.viewers.denoising.jobs import Measured, Noise
from ae_workbench.ui.viewers.denoising.quality_plot import QualityPlot
from ae_workbench.ui.viewers.denoising.sweep import Sweep


class CurveFlow(QObject):
    """``ask`` has an amount of noise measured with the run at an epoch, and gives that noise; None where it can't be now.

    ``colours`` are numbers in the theme's series by kind of row.
    """

    def __init__(self, plot: QualityPlot, colours: dict[str, int], ask: Callable[[float, int | None], Noise | None]) -> None:
        super().__init__(plot)
        self.sweep = Sweep()
        self._plot, self._colours, self._ask = plot, colours, ask
        self._measuring: tuple[Noise, Hashable] | None = None
        plot.hovered.connect(self._read)
        plot.left.connect(self._stop_reading)
        theme.signals.changed.connect(self._stop_reading)

    def measure_next(self) -> None:
        """Ask for one more point; the next is asked for when it is there."""
        amount = self.sweep.next_amount
        if self._measuring is None and amount is not None:
            noise = self._ask(amount, self.sweep.epoch)
            self._measuring = (noise, self.sweep.what) if noise is not None else None

    def take(self, answer: Measured) -> bool:
        """Draw a point that was asked for; gives whether it still belongs to the curve."""
        asked, self._measuring = self._measuring, None
        if asked is None or asked != (answer.noise, self.sweep.what):
            return False
        self.sweep.take(answer.noise.corruption.amount, answer.psnr, answer.image_count)
        self._plot.show_sweep(self.sweep, self._colours)
        self._stop_reading()
        return True

    def give_up(self) -> None:
        """A point couldn't be measured."""
        self._measuring = None

    @Slot(float)
    def _read(self, amount: float) -> None:
        self._plot.say(wording.reading(self.sweep, amount, self._colours))

    @Slot()
    def _stop_reading(self) -> None:
        self._plot.say(wording.legend(self.sweep, self._colours))
