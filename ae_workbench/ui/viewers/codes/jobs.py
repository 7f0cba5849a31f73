"""Jobs for the codec thread that the codes viewer asks for, and what comes of them."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from ae_workbench.analysis import codes as analysis
from ae_workbench.analysis.codes import CodeStatistics
from ae_workbench.data.dataset import Dataset, Scaling
from ae_workbench.ui.colour_maps import paint_signed
from ae_workbench.ui.viewers.pictures import Picture, pictures

MOST_EXAMPLES = 10_000
MOST_NUMBERS = 8_000_000
SHOWN_SHARE = 99.5
"""Percentile of the codes' sizes that is painted as bright as can be, so that one outlier doesn't darken everything."""


@dataclass(frozen=True)
class Summary:
    """The codes of the test set at one epoch, (n, units) float32, and their statistics. A map code's units are counted map by map last."""

    run: Path
    epoch: int
    dataset: Dataset
    code_dims: tuple[int, ...]
    codes: NDArray[np.float32]
    statistics: CodeStatistics
    edges: NDArray
    counts: NDArray
    kl: NDArray | None

    @property
    def units(self) -> int:
        return self.codes.shape[1]

    @property
    def maps(self) -> int:
        """How many maps the code has; 0 for a dense one."""
        return self.code_dims[-1] if len(self.code_dims) == 3 else 0

    @property
    def parts(self) -> int:
        """How many things the atlas shows: maps, or units where there are none."""
        return self.maps or self.units

    @cached_property
    def low(self) -> float:
        return min(0.0, float(self.codes.min()))

    @cached_property
    def high(self) -> float:
        return max(0.0, float(self.codes.max())) or (1.0 if self.low == 0 else 0.0)

    @cached_property
    def bright(self) -> float:
        """The size of a number that is painted as bright as can be."""
        return float(np.percentile(np.abs(self.codes), SHOWN_SHARE)) or max(self.high, -self.low)

    @cached_property
    def idle(self) -> frozenset[int]:
        """Units that say nothing: dead ones, and collapsed ones of a variational code."""
        found = analysis.dead_units(self.statistics.deviations) if self.kl is None else analysis.collapsed_units(self.kl)
        return frozenset(found.tolist())

    @cached_property
    def idle_parts(self) -> list[int]:
        """Idle units, or maps of which every unit is idle."""
        if not self.maps:
            return sorted(self.idle)
        return [number for number in range(self.maps) if self.idle.issuperset(range(number, self.units, self.maps))]

    @cached_property
    def variances(self) -> NDArray:
        """Of each part; a map's is its units' mean."""
        return _by_part(self.statistics.variances, self.maps)

    @cached_property
    def part_kl(self) -> NDArray | None:
        return None if self.kl is None else _by_part(self.kl, self.maps)

    def part_order(self, by: str) -> list[int]:
        """Parts by "number", "variance" or "kl"."""
        values = {"variance": self.variances, "kl": self.part_kl}.get(by)
        return list(range(self.parts)) if values is None else analysis.descending(values).tolist()

    def unit_order(self, by: str) -> list[int]:
        """Units in the order of their parts, a map's units together."""
        order = self.part_order(by)
        return [unit for part in order for unit in range(part, self.units, self.maps)] if self.maps else order


def _by_part(values: NDArray, maps: int) -> NDArray:
    return values.reshape(-1, maps).mean(axis=0) if maps else values


@dataclass(frozen=True)
class SummaryJob:
    """Function of a snapshot: the codes of the test set."""

    dataset: Dataset
    scaling: Scaling

    def __call__(self, snapshot: Any) -> Summary:
        most = min(MOST_EXAMPLES, max(1, MOST_NUMBERS // max(snapshot.plan.code_size, snapshot.plan.shape.size)))
        x = self.scaling.apply(self.dataset.test.examples[:most])
        kl = None
        if snapshot.plan.is_variational:
            codes, z_log_var = snapshot.posterior(x)
            kl = analysis.kl_per_unit(codes, z_log_var)
        else:
            codes = snapshot.encode(x)
        edges, counts = analysis.histogram(codes)
        dims = snapshot.plan.code_dims
        return Summary(
            snapshot.run, snapshot.epoch, self.dataset, dims, analysis.flat(codes), analysis.code_statistics(codes), edges, counts, kl
        )


@dataclass(frozen=True)
class OneCode:
    """One example with its code (*code_dims) and what that decodes to."""

    run: Path
    epoch: int
    dataset: Dataset
    index: int
    example: Picture
    code: NDArray[np.float32]
    output: Picture


@dataclass(frozen=True)
class OneJob:
    """Function of a snapshot: one example through it."""

    dataset: Dataset
    scaling: Scaling
    index: int

    def __call__(self, snapshot: Any) -> OneCode:
        x, shape = self.scaling.apply(self.dataset.test.examples[self.index : self.index + 1]), self.dataset.shape
        code = snapshot.encode(x)
        [example], [output] = pictures(x, shape), pictures(snapshot.decode(code), shape)
        return OneCode(snapshot.run, snapshot.epoch, self.dataset, self.index, example, code[0], output)


@dataclass(frozen=True)
class DecodeJob:
    """Function of a snapshot: an edited code (*code_dims) decoded."""

    code: NDArray[np.float32]

    def __call__(self, snapshot: Any) -> Picture:
        [picture] = pictures(snapshot.decode(self.code[None]), snapshot.plan.shape)
        return picture


@dataclass(frozen=True)
class AtlasEntry:
    """What one part of the code draws: ``low`` and ``high`` where it is turned down and up, ``change`` from one to the other."""

    part: int
    low: Picture
    high: Picture
    change: QImage | None


@dataclass(frozen=True)
class Atlas:
    """Entries for some parts of a summary's code."""

    summary: Summary
    entries: tuple[AtlasEntry, ...]


@dataclass(frozen=True)
class AtlasJob:
    """Function of a snapshot: units turned from mean − 2σ to mean + 2σ, the others at their means; maps switched off and on."""

    summary: Summary
    parts: tuple[int, ...]
    dark: bool = False

    def __call__(self, snapshot: Any) -> Atlas:
        shape = snapshot.plan.shape
        low, high = self._codes()
        a, b = snapshot.decode(low), snapshot.decode(high)
        changes = _changes(a, b, self.dark) if shape.is_image else [None] * len(self.parts)
        entries = zip(self.parts, pictures(a, shape), pictures(b, shape), changes, strict=True)
        return Atlas(self.summary, tuple(AtlasEntry(*entry) for entry in entries))

    def _codes(self) -> tuple[NDArray, NDArray]:
        statistics, dims = self.summary.statistics, self.summary.code_dims
        if self.summary.maps:
            level = np.asarray([self.summary.codes[:, part :: self.summary.maps].max() for part in range(self.summary.maps)])
            high = analysis.one_map_on(dims, level)[list(self.parts)]
            return np.zeros_like(high), high
        mean = statistics.means.astype(np.float32)
        least = -np.inf if self.summary.low < 0 else 0.0
        ends = [analysis.unit_sweep(mean, part, np.maximum(least, analysis.unit_values(statistics, part, 2))) for part in self.parts]
        codes = np.stack(ends).reshape(len(self.parts), 2, *dims)
        return codes[:, 0], codes[:, 1]


def _changes(a: NDArray, b: NDArray, dark: bool) -> list[QImage | None]:
    """Signed pictures of b − a, all on one scale."""
    change = (b - a).mean(axis=3)
    reach = float(np.abs(change).max(initial=0))
    return [paint_signed(one, reach, dark) for one in change]
