"""Named things that can be chosen: variants, data sources, corruptions, viewers, exporters."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Generic, Protocol, TypeVar

from ae_workbench.core.errors import WorkbenchError


class Keyed(Protocol):
    @property
    def key(self) -> str: ...


Item = TypeVar("Item", bound=Keyed)


class Registry(Generic[Item]):
    """Items by key, in the order given; an unknown key is answered with the known ones."""

    def __init__(self, noun: str, *items: Item) -> None:
        self.noun = noun
        self._items = {item.key: item for item in items}

    def __getitem__(self, key: str) -> Item:
        try:
            return self._items[key]
        except KeyError:
            raise WorkbenchError(self._unknown(key)) from None

    def __contains__(self, key: object) -> bool:
        return key in self._items

    def __iter__(self) -> Iterator[Item]:
        return iter(self._items.values())

    def __len__(self) -> int:
        return len(self._items)

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(self._items)

    def _unknown(self, key: str) -> str:
        close = get_close_matches(str(key), self.keys, n=1)
        hint = f"did you mean “{close[0]}”?" if close else f"choose one of {', '.join(self.keys)}."
        return f"There is no {self.noun} called “{key}”: {hint}"
