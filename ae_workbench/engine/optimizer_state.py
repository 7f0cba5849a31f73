"""What an optimizer remembers, as it would be of a model whose weights are stored ones: nothing of how fast layers hold theirs."""

from collections.abc import Iterator, Sequence

import keras
import numpy as np
from numpy.typing import NDArray

from ae_workbench.engine.build import Networks

Slots = tuple[keras.Variable, ...]


def get_state(optimizer: keras.Optimizer, networks: Networks) -> list[NDArray]:
    """Copies of its variables, for weights in plan order."""
    first = networks.first
    state = []
    for slots in _slots(optimizer, networks):
        arrays = [slot.numpy() for slot in slots]
        if len(slots) == 2:
            assert first is not None
            unused = np.zeros((len(first.inputs.order) - first.inputs.used, first.units), arrays[0].dtype)
            arrays = [first.inputs.together(*arrays, unused)]
        state += arrays
    return state


def set_state(optimizer: keras.Optimizer, networks: Networks, state: Sequence[NDArray]) -> None:
    """What ``get_state`` gave. What it says of inputs that are never used is left out: they have no gradients.

    Raises:
        ValueError: it doesn't belong to this optimizer and these weights; nothing is changed.
    """
    first = networks.first
    if [array.shape for array in state] != [array.shape for array in get_state(optimizer, networks)]:
        raise ValueError("The optimizer's state doesn't belong to this model: its shapes differ.")
    for slots, array in zip(_slots(optimizer, networks), state, strict=True):
        parts = (array,) if len(slots) == 1 or first is None else first.inputs.apart(array)[:2]
        for slot, part in zip(slots, parts, strict=True):
            slot.assign(part)


def _slots(optimizer: keras.Optimizer, networks: Networks) -> Iterator[Slots]:
    """Its variables, each alone, but for those of a kernel's two parts."""
    first = networks.first
    if first is None:
        yield from ((variable,) for variable in optimizer.variables)
        return
    common, others = (part.path.replace("/", "_") for part in (first.common, first.others))
    partners = {variable.path: variable for variable in optimizer.variables if others in variable.path}
    for variable in optimizer.variables:
        if common in variable.path:
            yield variable, partners[variable.path.replace(common, others)]
        elif variable.path not in partners:
            yield (variable,)
