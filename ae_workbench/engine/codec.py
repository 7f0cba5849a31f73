"""One plan's encode and decode functions for whatever weights they are given."""

from collections.abc import Callable, Hashable, Sequence
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ae_workbench.core.plan import Plan
from ae_workbench.engine.activations import stage_outputs
from ae_workbench.engine.build import Networks, build
from ae_workbench.engine.compiled import Compiled
from ae_workbench.engine.dense import FEW, DenseNetworks, is_dense

MOST_ROWS = 1024
Function = Callable[[NDArray], Any]


class Codec:
    """``key`` says whose weights it holds. One thread at a time uses it.

    Its compiled functions, traced when they are first called, take any number of rows; of dense plans a few rows go to NumPy instead.
    """

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._weights: Sequence[NDArray] = ()
        self._few: DenseNetworks | None = None
        self._is_set = False
        self._compiled: dict[str, Compiled] = {}
        self.key: Hashable = None

    def hold(self, key: Hashable, weights: Sequence[NDArray]) -> None:
        """Weights in plan order. Raises ``ValueError`` where count or shapes differ."""
        dims = [dims for stage in self._plan.stages for dims in stage.layer.weight_dims(stage.input_dims)]
        if dims != [array.shape for array in weights]:
            raise ValueError("The weights don't belong to this plan: their shapes differ.")
        self.key, self._is_set = key, False
        self._weights = [np.asarray(array, np.float32) for array in weights]
        self._few = DenseNetworks(self._plan, self._weights) if is_dense(self._plan) else None

    def weights(self) -> list[NDArray]:
        """Copies, in plan order."""
        return [array.copy() for array in self._weights]

    def function(self, name: str, rows: int) -> Function:
        """ "encode", "decode", "posterior" or "activations", for arrays of so many rows; up to ``MOST_ROWS`` at a time."""
        if self._few is not None and 0 < rows <= FEW and name != "activations":
            few: Function = getattr(self._few, name)
            return few
        if not self._is_set:
            self._networks.set_weights(self._weights)
            self._is_set = True
        if name not in self._compiled:
            self._compiled[name] = self._compile(name)
        return self._compiled[name]

    @cached_property
    def _networks(self) -> Networks:
        return build(self._plan)

    def _compile(self, name: str) -> Compiled:
        plan, networks = self._plan, self._networks
        calls: dict[str, Callable[[Any], Any]] = {
            "encode": lambda x: networks.encoder(x),
            "decode": lambda z: networks.decoder(z),
            "posterior": lambda x: networks.posterior(x),  # type: ignore[misc] # of variational plans only
            "activations": lambda x: stage_outputs(plan, networks, x),
        }
        return Compiled(calls[name], plan.code_dims if name == "decode" else plan.shape.dims)
