"""A run at one epoch, with encode and decode functions of its own. Never the model that ``fit`` is changing."""

from collections import OrderedDict
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import RLock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ae_workbench.core.errors import DataError, RunError
from ae_workbench.core.layers import GaussianCode
from ae_workbench.core.plan import Plan, Stage
from ae_workbench.core.shape import format_dims
from ae_workbench.data.dataset import Scaling
from ae_workbench.engine.codec import Codec
from ae_workbench.storage.run_folder import RunFolder, weights_name
from ae_workbench.storage.stamp import stamp
from ae_workbench.storage.stored import stored_epoch

Floats = NDArray[np.float32]
MOST_CODECS, MOST_SNAPSHOTS = 8, 64


_codecs: OrderedDict[Plan, Codec] = OrderedDict()
_lock = RLock()


@dataclass(frozen=True)
class Snapshot:
    """A run at one epoch. All arrays are float32; examples (n, *plan.shape.dims) as the model sees them, codes (n, *plan.code_dims).

    Arrays of any other shape raise ``DataError``.
    """

    run: Path
    epoch: int
    plan: Plan
    scaling: Scaling
    stamp: int

    def encode(self, examples: NDArray) -> Floats:
        """Codes of examples (z_mean of a variational plan)."""
        return self._apply("encode", examples, self.plan.shape.dims)

    def decode(self, codes: NDArray) -> Floats:
        """Reconstructions of codes, in [0, 1] for images."""
        return self._apply("decode", codes, self.plan.code_dims)

    def reconstruct(self, examples: NDArray) -> Floats:
        """Decoded codes of examples."""
        return self.decode(self.encode(examples))

    def posterior(self, examples: NDArray) -> tuple[Floats, Floats]:
        """z_mean and z_log_var of examples, variational plans only."""
        pairs = self._apply("posterior", examples, self.plan.shape.dims, outputs=2)
        return pairs[0], pairs[1]

    def activations(self, example: NDArray) -> list[tuple[str, Floats]]:
        """What every stage of the plan gives for one example (*plan.shape.dims), in order: a caption and (*stage.output_dims)."""
        outputs = self.stage_outputs(example[None])
        return [(_caption(stage), values[0]) for stage, values in zip(self.plan.stages, outputs, strict=True)]

    def stage_outputs(self, examples: NDArray) -> tuple[Floats, ...]:
        """What every stage of the plan gives for examples, in order, each (n, *stage.output_dims)."""
        outputs: tuple[Floats, ...] = self._apply("activations", examples, self.plan.shape.dims, outputs=len(self.plan.stages))
        return outputs

    def weights(self) -> list[NDArray]:
        """Copies of the weights in plan order."""
        with _lock:
            return self._codec().weights()

    def _apply(self, name: str, rows: NDArray, dims: tuple[int, ...], outputs: int = 1) -> Any:
        rows = np.ascontiguousarray(rows, np.float32)
        if (
            rows.shape[1:] != dims
        ):  # checked here: a tf.function that refuses its arguments keeps its lock, and the next thread waits for ever
            raise DataError(f"The run takes arrays of {format_dims(dims)}, but these are {format_dims(rows.shape[1:])}.")
        with _lock:
            found = self._codec().apply(name, rows)
        if outputs == 1:
            return np.concatenate(found)
        return tuple(np.concatenate([part[k] for part in found]) for k in range(outputs))

    def _codec(self) -> Codec:
        """The plan's codec, holding this snapshot's weights."""
        codec = _codecs.get(self.plan)
        if codec is None:
            codec = _codecs[self.plan] = Codec(self.plan)
            while len(_codecs) > MOST_CODECS:
                _codecs.popitem(last=False)
        _codecs.move_to_end(self.plan)
        key = (self.run, self.epoch, self.stamp)
        if codec.key != key:
            try:
                codec.hold(key, RunFolder.open(self.run).weights(self.epoch))
            except ValueError:
                raise RunError(f"The weights of epoch {self.epoch} in {self.run} don't fit the run's recipe.") from None
        return codec


def open_snapshot(path: Path, epoch: int | None = None) -> Snapshot:
    """A run at an epoch, by default the newest stored one.

    Raises:
        RunError: no run, nothing stored yet, or not this epoch.
    """
    if epoch is None:
        epoch = max(RunFolder.open(path).epochs(), default=0)
    written, _ = stamp(path / weights_name(epoch))
    return _opened(path, epoch, written)


@lru_cache(MOST_SNAPSHOTS)
def _opened(path: Path, epoch: int, written: int) -> Snapshot:
    """Kept: a drag asks for the same one a hundred times a second, and reading a run takes as long as all the rest."""
    run = RunFolder.open(path)
    return Snapshot(path, stored_epoch(run, epoch), run.plan, run.facts.scaling, written)


def _caption(stage: Stage) -> str:
    """A stage in few words: what it is and the shape it gives."""
    kind = "z_mean" if isinstance(stage.layer, GaussianCode) else "Code" if stage.part == "code" else stage.kind
    return f"{kind} → {format_dims(stage.output_dims)}"
