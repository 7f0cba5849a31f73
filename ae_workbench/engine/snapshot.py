"""A run at one epoch, with compiled encode and decode functions of its own. Never the model that ``fit`` is changing."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from typing import Any

import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from ae_workbench.core.errors import DataError, RunError
from ae_workbench.core.plan import Plan
from ae_workbench.core.shape import format_dims
from ae_workbench.data.dataset import Scaling
from ae_workbench.engine.activations import caption, stage_outputs
from ae_workbench.engine.build import build
from ae_workbench.storage.run_folder import RunFolder

Floats = NDArray[np.float32]
MOST_CODECS = 8
MOST_ROWS = 1024


class Codec:
    """Compiled functions of one plan, whose weights can be set. One at a time uses it."""

    def __init__(self, plan: Plan) -> None:
        self.networks = build(plan)
        examples, codes = tf.TensorSpec([None, *plan.shape.dims]), tf.TensorSpec([None, *plan.code_dims])
        networks = self.networks
        posterior = networks.posterior
        self.encode = _Compiled(lambda x: networks.encoder(x), examples)
        self.decode = _Compiled(lambda z: networks.decoder(z), codes)
        self.posterior = _Compiled(lambda x: posterior(x), examples) if posterior is not None else None
        self.activations = _Compiled(lambda x: stage_outputs(plan, networks, x), examples)
        self.holds: tuple[Path, int, int] | None = None


class _Compiled:
    """A function of one tensor, traced when it is first called.

    Its concrete function is called directly: looking it up by the argument's type, as ``tf.function`` does each time, takes longer than
    one image. Without AutoGraph, which would rewrite Python's loops: there are none, and a bundle has no source code to read.
    """

    def __init__(self, call: Callable[[Any], Any], example: tf.TensorSpec) -> None:
        self._call, self._example = call, example
        self._concrete: Any = None

    def __call__(self, rows: NDArray) -> Any:
        if self._concrete is None:
            self._concrete = tf.function(self._call, input_signature=[self._example], autograph=False).get_concrete_function()
        return self._concrete(tf.constant(rows))


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
        return self._apply(lambda codec: codec.encode, examples, self.plan.shape.dims)

    def decode(self, codes: NDArray) -> Floats:
        """Reconstructions of codes, in [0, 1] for images."""
        return self._apply(lambda codec: codec.decode, codes, self.plan.code_dims)

    def reconstruct(self, examples: NDArray) -> Floats:
        """Decoded codes of examples."""
        return self.decode(self.encode(examples))

    def posterior(self, examples: NDArray) -> tuple[Floats, Floats]:
        """z_mean and z_log_var of examples, variational plans only."""
        pairs = self._apply(lambda codec: codec.posterior, examples, self.plan.shape.dims, outputs=2)
        return pairs[0], pairs[1]

    def activations(self, example: NDArray) -> list[tuple[str, Floats]]:
        """What every stage of the plan gives for one example (*plan.shape.dims), in order: a caption and (*stage.output_dims)."""
        outputs = self.stage_outputs(example[None])
        return [(caption(stage), values[0]) for stage, values in zip(self.plan.stages, outputs, strict=True)]

    def stage_outputs(self, examples: NDArray) -> tuple[Floats, ...]:
        """What every stage of the plan gives for examples, in order, each (n, *stage.output_dims)."""
        outputs: tuple[Floats, ...] = self._apply(
            lambda codec: codec.activations, examples, self.plan.shape.dims, outputs=len(self.plan.stages)
        )
        return outputs

    def weights(self) -> list[NDArray]:
        """Copies of the weights in plan order."""
        with _lock:
            return self._codec().networks.get_weights()

    def _apply(self, choose: Callable[[Codec], Any], rows: NDArray, dims: tuple[int, ...], outputs: int = 1) -> Any:
        rows = np.ascontiguousarray(rows, np.float32)
        if (
            rows.shape[1:] != dims
        ):  # checked here: a tf.function that refuses its arguments keeps its lock, and the next thread waits for ever
            raise DataError(f"The run takes arrays of {format_dims(dims)}, but these are {format_dims(rows.shape[1:])}.")
        with _lock:
            function = choose(self._codec())
            found = [function(rows[i : i + MOST_ROWS]) for i in range(0, max(1, len(rows)), MOST_ROWS)]
        if outputs == 1:
            return np.concatenate([part.numpy() for part in found])
        return tuple(np.concatenate([part[k].numpy() for part in found]) for k in range(outputs))

    def _codec(self) -> Codec:
        """The plan's codec, holding this snapshot's weights."""
        codec = _codecs.get(self.plan)
        if codec is None:
            codec = _codecs[self.plan] = Codec(self.plan)
            while len(_codecs) > MOST_CODECS:
                _codecs.popitem(last=False)
        _codecs.move_to_end(self.plan)
        key = (self.run, self.epoch, self.stamp)
        if codec.holds != key:
            codec.holds = None
            try:
                codec.networks.set_weights(RunFolder.open(self.run).weights(self.epoch))
            except ValueError:
                raise RunError(f"The weights of epoch {self.epoch} in {self.run} don't fit the run's recipe.") from None
            codec.holds = key
        return codec


def open_snapshot(path: Path, epoch: int | None = None) -> Snapshot:
    """A run at an epoch, by default the newest stored one.

    Raises:
        RunError: no run, nothing stored yet, or not this epoch.
    """
    run = RunFolder.open(path)
    stored = run.epochs()
    if not stored or (epoch is not None and epoch not in stored):
        raise RunError(f"The run {path} has no weights" + (f" of epoch {epoch}: stored are {stored}." if stored else " yet."))
    chosen = stored[-1] if epoch is None else epoch
    stamp = (path / "weights" / f"{chosen:04d}.npz").stat().st_mtime_ns
    return Snapshot(path, chosen, run.plan, run.facts.scaling, stamp)
