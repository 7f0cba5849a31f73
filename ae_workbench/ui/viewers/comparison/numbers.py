"""The numbers of compared runs as a table, with the best of each column known. No Qt widgets here."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from ae_workbench.export.tables import tab_separated
from ae_workbench.ui.translation import QT_TRANSLATE_NOOP
from ae_workbench.ui.viewers.comparison.jobs import ComparedRun, Results
from ae_workbench.ui.wording import count_text
from ae_workbench.ui.words import duration


@dataclass(frozen=True)
class Quantity:
    """``better`` is -1 where less is better, 1 where more is, 0 where neither. Title and tip are translated in "comparison"."""

    key: str
    title: str
    tip: str
    better: int
    text: Callable[[float], str]
    of_run: Callable[[ComparedRun], float] | None = None
    """Where the number is the run's own; otherwise it is a metric on the present data."""


QUANTITIES = (
    Quantity(
        "reconstruction", QT_TRANSLATE_NOOP("comparison", "Reconstruction"),
        QT_TRANSLATE_NOOP("comparison", "Mean error on test examples: cross-entropy per pixel for images, squared error for sequences."),
        -1, lambda value: f"{value:.4f}",
    ),
    Quantity(
        "mse", QT_TRANSLATE_NOOP("comparison", "MSE"),
        QT_TRANSLATE_NOOP("comparison", "Mean squared error per number."), -1, lambda value: f"{value:.5f}",
    ),
    Quantity(
        "psnr", QT_TRANSLATE_NOOP("comparison", "PSNR"),
        QT_TRANSLATE_NOOP("comparison", "Peak signal-to-noise ratio in dB; more is better."), 1, lambda value: f"{value:.1f} dB",
    ),
    Quantity(
        "kl", QT_TRANSLATE_NOOP("comparison", "KL"),
        QT_TRANSLATE_NOOP("comparison", "Kullback–Leibler divergence of the codes from the standard normal, in nats per image."),
        0, lambda value: f"{value:.2f}",
    ),
    Quantity(
        "penalty", QT_TRANSLATE_NOOP("comparison", "Penalty"),
        QT_TRANSLATE_NOOP("comparison", "The L1 activity penalty on the codes."), 0, lambda value: f"{value:.4f}",
    ),
    Quantity(
        "mean_code", QT_TRANSLATE_NOOP("comparison", "Mean code"),
        QT_TRANSLATE_NOOP("comparison", "Mean of all code numbers: a sparse code has a smaller one."), 0, lambda value: f"{value:.2f}",
    ),
    Quantity(
        "zero_share", QT_TRANSLATE_NOOP("comparison", "Zeros"),
        QT_TRANSLATE_NOOP("comparison", "Share of code numbers that are exactly 0."), 0, lambda value: f"{value:.0%}",
    ),
    Quantity(
        "code", QT_TRANSLATE_NOOP("comparison", "Code"), QT_TRANSLATE_NOOP("comparison", "How many numbers the code has."),
        -1, lambda value: count_text(int(value)), lambda run: run.code_size,
    ),
    Quantity(
        "parameters", QT_TRANSLATE_NOOP("comparison", "Parameters"), QT_TRANSLATE_NOOP("comparison", "How many numbers the model learns."),
        -1, lambda value: count_text(int(value)), lambda run: run.parameter_count,
    ),
    Quantity(
        "epochs", QT_TRANSLATE_NOOP("comparison", "Epochs"), QT_TRANSLATE_NOOP("comparison", "How many epochs it was trained for."),
        0, lambda value: count_text(int(value)), lambda run: run.epochs,
    ),
    Quantity(
        "seconds", QT_TRANSLATE_NOOP("comparison", "Time"), QT_TRANSLATE_NOOP("comparison", "How long all its epochs took together."),
        -1, duration, lambda run: run.seconds,
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Numbers:
    """``values`` holds a row per run and a column per quantity; None where there is none. Quantities that no run has are left out."""

    runs: tuple[ComparedRun, ...]
    quantities: tuple[Quantity, ...]
    values: tuple[tuple[float | None, ...], ...]

    def best(self, column: int) -> frozenset[int]:
        """The rows with the best value, as far as can be read; none where there is no better, nothing to compare, or no difference."""
        better = self.quantities[column].better
        ranked = {row: better * value for row, values in enumerate(self.values) if (value := values[column]) is not None}
        texts = {row: self.text(row, column) for row in ranked}
        if not better or len(set(texts.values())) < 2:
            return frozenset()
        best = texts[max(ranked, key=lambda row: ranked[row])]
        return frozenset(row for row, text in texts.items() if text == best)

    def text(self, row: int, column: int) -> str:
        value = self.values[row][column]
        return "–" if value is None else self.quantities[column].text(value)

    def table(self) -> tuple[list[str], list[list[str | float | None]]]:
        """Titles and rows with plain numbers, for files."""
        titles = ["run", *(quantity.key for quantity in self.quantities), "folder"]
        return titles, [[run.name, *values, str(run.path)] for run, values in zip(self.runs, self.values, strict=True)]

    def tab_separated(self) -> str:
        """As people paste it into a spreadsheet."""
        return tab_separated(*self.table())


def numbers(runs: Sequence[ComparedRun], results: Mapping[Path, Results]) -> Numbers:
    """What is known so far."""
    columns = {quantity: tuple(_value(quantity, run, results.get(run.path)) for run in runs) for quantity in QUANTITIES}
    shown = {quantity: values for quantity, values in columns.items() if any(value is not None for value in values)}
    rows = tuple(tuple(values[row] for values in shown.values()) for row in range(len(runs)))
    return Numbers(tuple(runs), tuple(shown), rows)


def said(text: str) -> str:
    """One of the texts above, translated."""
    return QCoreApplication.translate("comparison", text)


def _value(quantity: Quantity, run: ComparedRun, results: Results | None) -> float | None:
    if run.problem:
        return None
    if quantity.of_run is not None:
        return float(quantity.of_run(run))
    return None if results is None else results.metrics.get(quantity.key)
