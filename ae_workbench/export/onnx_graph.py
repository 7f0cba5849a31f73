"""A plan's layers as an ONNX graph, straight from the weights: no TensorFlow, and one node or few for each layer.

Keras keeps channels last, ONNX wants them first: the writer turns a tensor only where two neighbours differ, so a stack of convolutions
is turned once on its way in and once on its way out. The batch size stays open.
"""

from collections.abc import Sequence
from functools import singledispatchmethod
from typing import Any

import numpy as np
from numpy.typing import NDArray
from onnx import ModelProto, TensorProto, helper, numpy_helper

from ae_workbench.core import layers as planned
from ae_workbench.core.inference import Step
from ae_workbench.core.layers import Dims

OPSET = 17  # runtimes of 2022 and later
IR_VERSION = 8
BATCH = "batch"
TO_FIRST, TO_LAST = (0, 3, 1, 2), (0, 2, 3, 1)
SWAP_TIME = (1, 0, 2)
KERAS_GATES, ONNX_GATES = "ifco", "iofc"
LEAKY_SLOPE = 0.2  # Keras's default


def onnx_model(steps: Sequence[Step[NDArray]], name: str, start: str, end: str) -> ModelProto:
    """The layers as a model from input ``start`` to output ``end``, float32 (batch, *dims), channels last."""
    writer = _Writer(start)
    for step in steps:
        writer.add(step)
    writer.finish(end)
    first, last = steps[0].input_dims, steps[-1].output_dims
    inputs = [helper.make_tensor_value_info(start, TensorProto.FLOAT, [BATCH, *first])]
    outputs = [helper.make_tensor_value_info(end, TensorProto.FLOAT, [BATCH, *last])]
    graph = helper.make_graph(writer.nodes, name, inputs, outputs, writer.constants)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR_VERSION)


class _Writer:
    """Adds nodes behind the newest tensor and knows how its axes lie."""

    def __init__(self, start: str) -> None:
        self.nodes: list[Any] = []
        self.constants: list[Any] = []
        self._tensor = start
        self._channels_first = False
        self._layer = ""

    def add(self, step: Step[NDArray]) -> None:
        self._layer = step.name
        self._write(step.layer, step)

    def finish(self, end: str) -> None:
        self._turn(first=False)
        self.nodes[-1].output[0] = end

    @singledispatchmethod
    def _write(self, layer: planned.Layer, step: Step[NDArray]) -> None:
        raise TypeError(f"No ONNX node is known for {type(layer).__name__}.")

    @_write.register
    def _(self, layer: planned.Flatten, step: Step[NDArray]) -> None:
        self._turn(first=False)
        self._node("Flatten", axis=1)

    @_write.register
    def _(self, layer: planned.Reshape, step: Step[NDArray]) -> None:
        self._turn(first=False)
        self._node("Reshape", self._whole_numbers("shape", (0, *layer.dims)))  # 0 keeps the batch

    @_write.register
    def _(self, layer: planned.Dense, step: Step[NDArray]) -> None:
        self._turn(first=False)
        kernel, bias = step.weights
        self._node("MatMul", self._constant("kernel", kernel))
        self._node("Add", self._constant("bias", bias))
        self._activate(layer.activation)

    @_write.register
    def _(self, layer: planned.Conv2D, step: Step[NDArray]) -> None:
        self._turn(first=True)
        kernel, bias = step.weights
        lost = layer.kernel_size - 1 if layer.padding == "same" else 0
        before, after = lost // 2, lost - lost // 2
        turned = self._constant("kernel", kernel.transpose(3, 2, 0, 1))
        self._node("Conv", turned, self._constant("bias", bias), pads=[before, before, after, after])
        self._activate(layer.activation)

    @_write.register
    def _(self, layer: planned.MaxPool2D, step: Step[NDArray]) -> None:
        self._turn(first=True)
        height, width, _ = step.input_dims
        self._node("MaxPool", kernel_shape=[2, 2], strides=[2, 2], pads=[0, 0, height % 2, width % 2])

    @_write.register
    def _(self, layer: planned.UpSampling2D, step: Step[NDArray]) -> None:
        self._turn(first=True)
        scales = self._constant("scales", np.array([1, 1, 2, 2], np.float32))
        self._node("Resize", "", scales, mode="nearest", coordinate_transformation_mode="asymmetric", nearest_mode="floor")

    @_write.register
    def _(self, layer: planned.Crop2D, step: Step[NDArray]) -> None:
        self._turn(first=True)
        ends = self._whole_numbers("ends", step.output_dims[:2])
        self._node("Slice", self._whole_numbers("starts", (0, 0)), ends, self._whole_numbers("axes", (2, 3)))

    @_write.register
    def _(self, layer: planned.RepeatVector, step: Step[NDArray]) -> None:
        self._node("Unsqueeze", self._whole_numbers("axis", (1,)))
        self._node("Expand", self._whole_numbers("times", (1, layer.times, 1)))

    @_write.register
    def _(self, layer: planned.LSTM, step: Step[NDArray]) -> None:
        kernel, recurrent, bias = step.weights
        self._node("Transpose", perm=SWAP_TIME)  # time first, as every runtime takes it
        arrays = (_gates(kernel).T, _gates(recurrent).T, np.concatenate([_gates(bias), np.zeros_like(bias)]))
        named = zip(("kernel", "recurrent", "bias"), arrays, strict=True)
        names = [self._constant(name, array[None]) for name, array in named]
        every, last = range(2)  # outputs: one per time step, the last one
        self._node("LSTM", *names, take=every if layer.return_sequences else last, hidden_size=layer.units)
        self._node("Squeeze", self._whole_numbers("direction", (1 if layer.return_sequences else 0,)))
        if layer.return_sequences:
            self._node("Transpose", perm=SWAP_TIME)

    # Parts of layers

    def _activate(self, name: str) -> None:
        before = self._tensor
        match name:
            case "linear":
                return
            case "relu" | "tanh" | "sigmoid" | "elu":
                self._node(name.capitalize())
            case "leaky_relu":
                self._node("LeakyRelu", alpha=LEAKY_SLOPE)
            case "silu":
                self._node("Sigmoid")
                self._node("Mul", before)
            case "gelu":  # x · (1 + erf(x / √2)) / 2
                self._node("Mul", self._number("inverse_root_2", 0.5**0.5))
                self._node("Erf")
                self._node("Add", self._number("one", 1.0))
                self._node("Mul", before)
                self._node("Mul", self._number("half", 0.5))
            case _:
                raise TypeError(f"No ONNX node is known for the activation {name}.")

    def _turn(self, first: bool) -> None:
        """Channels first or last, if they aren't so already."""
        if self._channels_first != first:
            self._channels_first = first
            self._node("Transpose", perm=TO_FIRST if first else TO_LAST)

    def _node(self, kind: str, *others: str, take: int = 0, **attributes: Any) -> None:
        """A node from the newest tensor and constants; its output number ``take`` is the newest tensor from now on."""
        name = f"{self._layer}/{kind}_{len(self.nodes)}"
        result = f"{name}_out"
        self.nodes.append(helper.make_node(kind, [self._tensor, *others], [*[""] * take, result], name, **attributes))
        self._tensor = result

    def _constant(self, name: str, array: NDArray) -> str:
        unique = f"{self._layer}/{name}_{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(array), unique))
        return unique

    def _whole_numbers(self, name: str, numbers: Dims) -> str:
        return self._constant(name, np.array(numbers, np.int64))

    def _number(self, name: str, number: float) -> str:
        return self._constant(name, np.array(number, np.float32))


def _gates(array: NDArray) -> NDArray:
    """The last axis of an LSTM's weights, four gates in Keras's order, in ONNX's."""
    parts = dict(zip(KERAS_GATES, np.split(array, 4, axis=-1), strict=True))
    return np.concatenate([parts[gate] for gate in ONNX_GATES], axis=-1)
