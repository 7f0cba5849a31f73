"""How the words of parameters are shown: translated where there is a translation, tidied where there is none."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from ae_workbench.core.parameters import Number, Size, Sizes, Spec
from ae_workbench.core.wording import option_name
from ae_workbench.ui.translation import QT_TRANSLATE_NOOP

CONTEXT = "parameters"
NOTHING = "–"
DATA = "data"
TINY, LARGE, HUGE = 1e-3, 100.0, 1e6
MANY_S = 10.0
TASK_TITLES = {
    "documents": QT_TRANSLATE_NOOP("parameters", "Documents"),
    "sound": QT_TRANSLATE_NOOP("parameters", "Sound"),
}
"""Names of the presets for a task, as their recipes have them. Nothing reads this: the translator finds them here."""
ONE = {
    "columns": QT_TRANSLATE_NOOP("parameters", "column"),
    "epochs": QT_TRANSLATE_NOOP("parameters", "epoch"),
    "examples": QT_TRANSLATE_NOOP("parameters", "example"),
    "filters": QT_TRANSLATE_NOOP("parameters", "filter"),
    "pixels": QT_TRANSLATE_NOOP("parameters", "pixel"),
    "samples": QT_TRANSLATE_NOOP("parameters", "sample"),
    "units": QT_TRANSLATE_NOOP("parameters", "unit"),
}
"""Units as they are called where there is one."""


def said(text: str) -> str:
    """A label, help or unit of a parameter, translated."""
    return QCoreApplication.translate(CONTEXT, text) if text else ""


def data_word(text: str) -> str:
    """A data source's title or summary, or the name of a class in data of the program, translated."""
    return QCoreApplication.translate(DATA, text) if text else ""


def class_title(names: Sequence[str], label: int) -> str:
    """A class as it is shown: its name, or its number where it has none."""
    return data_word(names[label]) if 0 <= label < len(names) else str(label)


def unit_suffix(unit: str, value: float) -> str:
    """What stands behind a number with a unit; nothing where it has none."""
    return f" {said(ONE.get(unit, unit) if value == 1 else unit)}" if unit else ""


def option_title(option: str) -> str:
    """An option of a choice as shown in its list."""
    return said(option_name(option))


def number_text(value: float) -> str:
    """At most ten significant digits, small numbers as ``1e-5``."""
    text = f"{value:.10g}"
    mantissa, e, exponent = text.partition("e")
    return f"{mantissa}e{int(exponent)}" if e else text


def signed_text(value: float, form: str) -> str:
    """A measured value in a format such as ``.3g``, with a real minus."""
    return f"{value:{form}}".replace("-", "−")


def metric_text(value: float | None) -> str:
    """Four digits behind the point, one of large numbers: their places stay the same while a training goes on."""
    if value is None:
        return NOTHING
    size = abs(value)
    if size >= LARGE:
        return f"{value:.1f}" if size < HUGE else f"{value:.3e}"
    return f"{value:.4f}" if size >= TINY or size == 0 else f"{value:.2e}"


def seconds_text(seconds: float) -> str:
    """Three digits, of ten seconds and more one behind the point."""
    return f"{seconds:.1f}" if seconds >= MANY_S else f"{seconds:#.3g}"


def count_text(value: int) -> str:
    """A whole number with the language's thousands separators."""
    locale = QLocale()
    return (QLocale(QLocale.Language.English) if locale.language() == QLocale.Language.C else locale).toString(value)


def tip(spec: Spec) -> str:
    """Tooltip: what the parameter means and what it may be."""
    return "\n".join(part for part in (said(spec.help), _range(spec)) if part)


def _range(spec: Spec) -> str:
    if isinstance(spec, Size | Sizes):
        return _between(count_text(spec.low), count_text(spec.high))
    if isinstance(spec, Number) and math.isfinite(spec.high):
        return _between(number_text(spec.low), number_text(spec.high))
    return ""


def _between(low: str, high: str) -> str:
    return QCoreApplication.translate(CONTEXT, "From %1 to %2.").replace("%1", low).replace("%2", high)
