"""Settings such as ``learning_rate=0.001`` as a person reads them in the designer's form."""

from collections.abc import Iterable

from ae_workbench.core.parameters import Choice, Number, Spec, specs
from ae_workbench.core.recipe import Recipe, Training
from ae_workbench.data import SOURCES
from ae_workbench.engine.changes import DATA, LIMIT
from ae_workbench.ui.diagnosis import words
from ae_workbench.ui.panels.data_section import Limit
from ae_workbench.ui.wording import count_text, number_text, option_title, said


def settings_text(recipe: Recipe, settings: Iterable[str]) -> str:
    """``Optimizer Adam, Learning rate 0.001``."""
    return words.tr(", ").join(_setting(recipe, *setting.split("=", 1)) for setting in settings)


def _setting(recipe: Recipe, name: str, value: str) -> str:
    spec = _spec(recipe, name)
    return f"{said(spec.label)} {_value(spec, spec.parse(name, value))}"


def _spec(recipe: Recipe, name: str) -> Spec:
    if name == f"{DATA}{LIMIT}":
        return specs(Limit)[LIMIT]
    if name.startswith(DATA):
        return specs(SOURCES[recipe.data.key].parameters)[name.removeprefix(DATA)]
    of_variant = specs(type(recipe.parameters))
    return of_variant[name] if name in of_variant else specs(Training)[name]


def _value(spec: Spec, value: object) -> str:
    if isinstance(spec, Choice):
        return option_title(str(value))
    if isinstance(spec, Number) and isinstance(value, float):
        return number_text(value)
    return count_text(value) if isinstance(value, int) else str(value)
