"""What the list of runs says of each run, column by column."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale

from ae_workbench.storage.runs import RunSummary
from ae_workbench.ui import theme
from ae_workbench.ui.sentences import in_words
from ae_workbench.ui.translation import QT_TRANSLATE_NOOP
from ae_workbench.ui.wording import NOTHING, count_text, metric_text
from ae_workbench.variants import VARIANTS

Value = str | float | datetime | None
ASKED = 100


@dataclass(frozen=True)
class Column:
    """``value`` is what the column is sorted by; where it is None the run comes last. Title and tip are translated in "runs"."""

    key: str
    title: str
    tip: str
    usual_px: int
    value: Callable[[RunSummary], Value]
    text: Callable[[RunSummary], str]
    is_number: bool = False
    drop: int = 0
    """Where room is short columns hide, the highest number first; 0 never does, ``ASKED`` comes only when asked for."""

    @property
    def width_px(self) -> int:
        """At the type size in use."""
        return round(theme.grown(self.usual_px))


def variant_title(run: RunSummary) -> str:
    """The variant in words."""
    return QCoreApplication.translate("parameters", VARIANTS[run.variant].title) if run.variant in VARIANTS.keys else run.variant


def size_text(size_bytes: int) -> str:
    """Such as 1.2 MB."""
    return QLocale().formattedDataSize(size_bytes, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def _validation(run: RunSummary) -> float | None:
    return run.metrics.get("val_reconstruction")


def _training(run: RunSummary) -> float | None:
    return run.metrics.get("reconstruction")


def _created(run: RunSummary) -> str:
    return f"{run.created:%Y-%m-%d %H:%M}"


COLUMNS = (
    Column(
        "name", QT_TRANSLATE_NOOP("runs", "Run"),
        QT_TRANSLATE_NOOP("runs", "The run's name, and test examples over what its model makes of them. F2 changes the name."),
        300, lambda run: run.name.casefold(), lambda run: run.name,
    ),
    Column(
        "variant", QT_TRANSLATE_NOOP("runs", "Variant"), QT_TRANSLATE_NOOP("runs", "The kind of autoencoder."),
        112, lambda run: variant_title(run) or None, variant_title,
    ),
    Column(
        "data", QT_TRANSLATE_NOOP("runs", "Data"), QT_TRANSLATE_NOOP("runs", "The data set it was trained on."),
        80, lambda run: run.data.casefold() or None, lambda run: in_words(run.data) or NOTHING, False, 3,
    ),
    Column(
        "code", QT_TRANSLATE_NOOP("runs", "Code"), QT_TRANSLATE_NOOP("runs", "How many numbers the code has."),
        76, lambda run: run.code_size or None, lambda run: count_text(run.code_size) if run.code_size else NOTHING, True, 1,
    ),
    Column(
        "epochs", QT_TRANSLATE_NOOP("runs", "Epochs"), QT_TRANSLATE_NOOP("runs", "How many epochs it was trained for."),
        72, lambda run: None if run.problem else run.epochs, lambda run: NOTHING if run.problem else count_text(run.epochs), True, 2,
    ),
    Column(
        "training", QT_TRANSLATE_NOOP("runs", "Training"),
        QT_TRANSLATE_NOOP("runs", "Reconstruction error on the training examples after the last epoch; smaller is better."),
        84, _training, lambda run: metric_text(_training(run)), True, 5,
    ),
    Column(
        "validation", QT_TRANSLATE_NOOP("runs", "Validation"),
        QT_TRANSLATE_NOOP("runs", "Reconstruction error on the test examples after the last epoch; smaller is better."),
        90, _validation, lambda run: metric_text(_validation(run)), True,
    ),
    Column(
        "created", QT_TRANSLATE_NOOP("runs", "Created"), QT_TRANSLATE_NOOP("runs", "When the training began."),
        134, lambda run: run.created, _created, True, 4,
    ),
    Column(
        "parameters", QT_TRANSLATE_NOOP("runs", "Parameters"), QT_TRANSLATE_NOOP("runs", "How many numbers the model learns."),
        96, lambda run: run.parameter_count or None, lambda run: count_text(run.parameter_count) if run.parameter_count else NOTHING,
        True, ASKED,
    ),
    Column(
        "size", QT_TRANSLATE_NOOP("runs", "Size"), QT_TRANSLATE_NOOP("runs", "How much room the run takes on disk."),
        80, lambda run: run.size_bytes, lambda run: size_text(run.size_bytes), True, ASKED,
    ),
)  # fmt: skip
KEYS = tuple(column.key for column in COLUMNS)
OUTCOMES = {
    "finished": QT_TRANSLATE_NOOP("runs", "Finished"),
    "stopped": QT_TRANSLATE_NOOP("runs", "Stopped"),
    "early_stopped": QT_TRANSLATE_NOOP("runs", "Stopped early"),
    "diverged": QT_TRANSLATE_NOOP("runs", "Diverged"),
    "failed": QT_TRANSLATE_NOOP("runs", "Failed"),
    "interrupted": QT_TRANSLATE_NOOP("runs", "Interrupted"),
    "": QT_TRANSLATE_NOOP("runs", "Interrupted"),
}


def said(text: str) -> str:
    """One of the texts above, translated."""
    return QCoreApplication.translate("runs", text)
