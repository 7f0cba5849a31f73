"""Parameters as data: a frozen dataclass whose fields say their label, range, unit and meaning.

Forms, command line, validation and help are all generated from these specifications.
"""

import math
import re
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields
from difflib import get_close_matches
from typing import Any, TypeVar

from ae_workbench.core.errors import ParameterError, RecipeError
from ae_workbench.core.foreign import shown

METADATA_KEY = "spec"
NO_LAYERS = "none"
"""How a list without layers is written."""


@dataclass(frozen=True)
class Spec:
    """How one parameter is shown and checked; ``when`` = (other field, values) limits where it matters."""

    label: str
    help: str = ""
    unit: str = ""
    when: tuple[str, tuple[Any, ...]] | None = None

    def check(self, name: str, value: Any) -> Any:
        """The value in its proper type, or a ``ParameterError`` that says what would do."""
        raise ParameterError(name, f"{self.label} can't be set.")

    def parse(self, name: str, text: str) -> Any:
        """The value a person typed."""
        return self.check(name, text)


@dataclass(frozen=True)
class Size(Spec):
    """A whole number."""

    low: int = 1
    high: int = 1_000_000

    def check(self, name: str, value: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not self.low <= value <= self.high:
            raise ParameterError(name, f"{self.label} must be a whole number from {self.low} to {self.high}, not {_said(value)}.")
        return value

    def parse(self, name: str, text: str) -> int:
        try:
            return self.check(name, int(text))
        except ValueError:
            return self.check(name, text)


@dataclass(frozen=True)
class Number(Spec):
    """A finite real number."""

    low: float = 0.0
    high: float = math.inf
    step: float = 0.1

    def check(self, name: str, value: Any) -> float:
        good = isinstance(value, int | float) and not isinstance(value, bool) and _is_finite(value)
        if not good or not self.low <= value <= self.high:
            bounds = f"from {self.low:g} to {self.high:g}" if math.isfinite(self.high) else f"of at least {self.low:g}"
            raise ParameterError(name, f"{self.label} must be a number {bounds}, not {_said(value)}.")
        return float(value)

    def parse(self, name: str, text: str) -> float:
        try:
            return self.check(name, float(text))
        except ValueError:
            return self.check(name, text)


@dataclass(frozen=True)
class Choice(Spec):
    """One of a few words."""

    options: tuple[str, ...] = ()

    def check(self, name: str, value: Any) -> str:
        if value not in self.options:
            raise ParameterError(name, f"{self.label} must be one of {', '.join(self.options)}, not {_said(value)}.")
        return str(value)


@dataclass(frozen=True)
class Sizes(Spec):
    """A list of whole numbers, one per layer."""

    low: int = 1
    high: int = 4096
    shortest: int = 0
    longest: int = 12

    def check(self, name: str, value: Any) -> tuple[int, ...]:
        if isinstance(value, str) or not hasattr(value, "__iter__"):
            raise ParameterError(name, f"{self.label} must be a list of whole numbers such as 128,64, not {_said(value)}.")
        items = tuple(value)
        if not self.shortest <= len(items) <= self.longest:
            raise ParameterError(name, f"{self.label} must have from {self.shortest} to {self.longest} layers, not {len(items)}.")
        one = Size(self.label, low=self.low, high=self.high)
        return tuple(one.check(name, item) for item in items)

    def parse(self, name: str, text: str) -> tuple[int, ...]:
        """``128,64`` or ``128-64``; no layers are an empty text or ``none``."""
        words = re.sub(r"[\[\],]|(?<=\d)-(?=\d)", " ", text).split()
        one = Size(self.label, low=self.low, high=self.high)
        return self.check(name, [one.parse(name, word) for word in ([] if text.strip().lower() == NO_LAYERS else words)])


@dataclass(frozen=True)
class Flag(Spec):
    """Yes or no."""

    def check(self, name: str, value: Any) -> bool:
        if not isinstance(value, bool):
            raise ParameterError(name, f"{self.label} must be true or false, not {_said(value)}.")
        return value

    def parse(self, name: str, text: str) -> bool:
        words = {"true": True, "yes": True, "on": True, "1": True, "false": False, "no": False, "off": False, "0": False}
        return self.check(name, words.get(text.strip().lower(), text))


@dataclass(frozen=True)
class Text(Spec):
    """Free text, such as a path; ``is_path`` gives the form a browse button, for folders with ``is_folder``."""

    is_path: bool = False
    is_folder: bool = False
    longest: int = 4096

    def check(self, name: str, value: Any) -> str:
        if not isinstance(value, str) or len(value) > self.longest:
            raise ParameterError(name, f"{self.label} must be a text of at most {self.longest} characters.")
        return value


def size(label: str, **rest: Any) -> dict[str, Spec]:
    """Field metadata for a whole number."""
    return {METADATA_KEY: Size(label, **rest)}


def number(label: str, **rest: Any) -> dict[str, Spec]:
    """Field metadata for a real number."""
    return {METADATA_KEY: Number(label, **rest)}


def choice(label: str, *options: str, **rest: Any) -> dict[str, Spec]:
    """Field metadata for one of a few words."""
    return {METADATA_KEY: Choice(label, options=options, **rest)}


def sizes(label: str, **rest: Any) -> dict[str, Spec]:
    """Field metadata for a list of whole numbers."""
    return {METADATA_KEY: Sizes(label, **rest)}


def flag(label: str, **rest: Any) -> dict[str, Spec]:
    """Field metadata for yes or no."""
    return {METADATA_KEY: Flag(label, **rest)}


def text(label: str, **rest: Any) -> dict[str, Spec]:
    """Field metadata for free text."""
    return {METADATA_KEY: Text(label, **rest)}


class Parameters:
    """Base of every parameter dataclass: checks each value against its specification when made."""

    def __post_init__(self) -> None:
        for name, spec in specs(type(self)).items():
            object.__setattr__(self, name, spec.check(name, getattr(self, name)))


P = TypeVar("P", bound=Parameters)


@dataclass(frozen=True)
class NoParameters(Parameters):
    """For things with nothing to set."""


def specs(kind: type[Parameters]) -> dict[str, Spec]:
    """Specification by field name, in the order of the form."""
    return {f.name: f.metadata[METADATA_KEY] for f in fields(kind) if METADATA_KEY in f.metadata}  # type: ignore[arg-type]


def applies(parameters: Parameters, name: str) -> bool:
    """Whether a field matters, given the values of the others."""
    when = specs(type(parameters))[name].when
    return when is None or getattr(parameters, when[0]) in when[1]


def without_effect(parameters: Parameters, name: str) -> str:
    """The sentence for a field that doesn't matter, given the values of the others."""
    other, values = specs(type(parameters))[name].when or ("", ())
    return f"{name} changes nothing here: it matters where {other} is {' or '.join(map(str, values))}."


def to_json(parameters: Parameters) -> dict[str, Any]:
    """Plain values by field name."""
    values = {name: getattr(parameters, name) for name in specs(type(parameters))}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}


def from_json(kind: type[P], values: Mapping[str, Any], where: str) -> P:
    """Parameters from plain values; missing ones keep their defaults.

    Raises:
        RecipeError: an unknown key. ParameterError: a value out of range.
    """
    if not isinstance(values, Mapping):
        raise RecipeError(f"{where} must be an object with parameter names and values.")
    known = specs(kind)
    for name in values:
        if name not in known:
            raise RecipeError(unknown_name(shown(str(name)), tuple(known), where))
    return kind(**values)


def unknown_name(name: str, known: tuple[str, ...], where: str) -> str:
    """The sentence for a parameter that doesn't exist."""
    close = get_close_matches(name, known, n=1)
    hint = f"did you mean “{close[0]}”?" if close else f"it has {', '.join(known) or 'no parameters'}."
    return f"{where} has no parameter “{name}”: {hint}"


def _said(value: Any) -> str:
    """How a wrong value is quoted."""
    return f"'{shown(value)}'" if isinstance(value, str) else shown(value)


def _is_finite(value: float) -> bool:
    try:
        return math.isfinite(value)
    except OverflowError:  # a whole number that is larger than any float
        return False


def default(kind: type[Parameters], name: str) -> Any:
    """The value a field has when nothing is said."""
    found = next(f for f in fields(kind) if f.name == name)  # type: ignore[arg-type]
    return found.default if found.default is not MISSING else None


__all__ = [
    "Choice", "Flag", "NoParameters", "Number", "Parameters", "Size", "Sizes", "Spec", "Text",
    "applies", "choice", "default", "field", "flag", "from_json", "number", "size", "sizes", "specs", "text", "to_json", "unknown_name",
]  # fmt: skip
