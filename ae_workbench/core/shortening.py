"""Names that are shortened together, and still told apart."""

from bisect import bisect_left
from collections.abc import Callable, Sequence

DOTS = "…"


def shortened_apart(names: Sequence[str], fits: Callable[[str], bool]) -> list[str]:
    """Each name as it is where it fits. Of the others the end is left out, or the middle or the beginning where that keeps them distinct;
    where nothing does, they are numbered."""
    if all(map(fits, names)):
        return list(names)
    for cut in (_without_end, _without_middle, _without_beginning):
        found = [name if fits(name) else _longest(name, cut, fits) for name in names]
        if len(set(found)) == len(set(names)):
            return found
    distinct = list(dict.fromkeys(names))
    return [name if fits(name) else _longest(name, _numbered(distinct.index(name) + 1), fits) for name in names]


def _longest(name: str, cut: Callable[[str, int], str], fits: Callable[[str], bool]) -> str:
    lengths = range(1, len(name))
    return cut(name, max(1, bisect_left(lengths, True, key=lambda kept: not fits(cut(name, kept)))))


def _without_end(name: str, kept: int) -> str:
    return name[:kept] + DOTS


def _without_middle(name: str, kept: int) -> str:
    return name[: (kept + 1) // 2] + DOTS + name[len(name) - kept // 2 :]


def _without_beginning(name: str, kept: int) -> str:
    return DOTS + name[-kept:]


def _numbered(number: int) -> Callable[[str, int], str]:
    return lambda name, kept: f"{name[:kept]}{DOTS} {number}"
