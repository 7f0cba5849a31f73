"""One plan's encode and decode functions for whatever weights they are given."""

from collections.abc import Callable, Hashable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from ae_workbench.core.plan import Plan
from ae_workbench.engine.numpy_networks import NumpyNetworks
from ae_workbench.engine.warmup import import_tensorflow, is_tensorflow_there

if TYPE_CHECKING:
    from ae_workbench.engine.build import Networks

MOST_ROWS = 1024
Function = Callable[[Any], Any]


class Codec:
    """``key`` says whose weights it holds. One thread at a time uses it.

    NumPy computes small dense plans and a few rows of the others, which takes it as long as TensorFlow or less, with one thread; and
    whatever is done, all in all, before TensorFlow would be imported. For the rest functions are compiled when they are first called.
    """

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._weights: Sequence[NDArray] = ()
        self._numpy: NumpyNetworks | None = None
        self._rows_before_import = 0
        self._is_set = False
        self._compiled: dict[str, Function] = {}
        self.key: Hashable = None

    def hold(self, key: Hashable, weights: Sequence[NDArray]) -> None:
        """Weights in plan order. Raises ``ValueError`` where count or shapes differ."""
        if self._plan.weight_dims != tuple(array.shape for array in weights):
            raise ValueError("The weights don't belong to this plan: their shapes differ.")
        self.key, self._is_set = key, False
        self._weights = [np.asarray(array, np.float32) for array in weights]
        self._numpy = NumpyNetworks(self._plan, self._weights)

    def weights(self) -> list[NDArray]:
        """Copies, in plan order."""
        return [array.copy() for array in self._weights]

    def apply(self, name: str, rows: NDArray) -> list[Any]:
        """ "encode", "decode", "posterior" or "activations" of float32 rows, as many as there are: what each piece of them gives."""
        numpy = self._numpy
        assert numpy is not None
        if numpy.takes(len(rows)) or self._outruns_import(numpy, len(rows)):
            function, most = getattr(numpy, name), numpy.rows_at_once
        else:
            function, most = self._function(name), MOST_ROWS
        with np.errstate(all="ignore"):  # a model that has diverged gives what it gives
            return [function(rows[start : start + most]) for start in range(0, max(1, len(rows)), most)]

    def _outruns_import(self, numpy: NumpyNetworks, rows: int) -> bool:
        """Together with what was asked before: many small pieces aren't computed sooner than few large ones."""
        if is_tensorflow_there():
            return False
        self._rows_before_import += rows
        return numpy.outruns_import(self._rows_before_import)

    def _function(self, name: str) -> Function:
        import_tensorflow()
        if not self._is_set:
            self._networks.set_weights(self._weights)
            self._is_set = True
        if name not in self._compiled:
            self._compiled[name] = self._compile(name)
        return self._compiled[name]

    @cached_property
    def _networks(self) -> "Networks":
        from ae_workbench.engine.build import build

        return build(self._plan)

    def _compile(self, name: str) -> Function:
        from ae_workbench.engine.activations import stage_outputs
        from ae_workbench.engine.compiled import Compiled

        plan, networks = self._plan, self._networks
        calls: dict[str, Function] = {
            "encode": lambda x: networks.encoder(x),
            "decode": lambda z: networks.decoder(z),
            "posterior": lambda x: networks.posterior(x),  # type: ignore[misc] # of variational plans only
            "activations": lambda x: stage_outputs(plan, networks, x),
        }
        return Compiled(calls[name], plan.code_dims if name == "decode" else plan.shape.dims)
