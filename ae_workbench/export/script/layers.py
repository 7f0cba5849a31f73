"""The Keras call of each planned layer."""

from functools import singledispatch

from ae_workbench.core import layers as planned
from ae_workbench.export.script.words import call, number

INDENT = 8


@singledispatch
def source(layer: object, indent: int = INDENT) -> str:
    """The call that makes this layer, without the comma behind it."""
    raise TypeError(f"No Keras call is known for {type(layer).__name__}.")


@source.register
def _(layer: planned.Flatten, indent: int = INDENT) -> str:
    return "layers.Flatten()"


@source.register
def _(layer: planned.Reshape, indent: int = INDENT) -> str:
    return f"layers.Reshape({layer.dims})"


@source.register
def _(layer: planned.Dense, indent: int = INDENT) -> str:
    return _call(indent, "Dense", str(layer.units), *_activation(layer.activation))


@source.register
def _(layer: planned.Conv2D, indent: int = INDENT) -> str:
    padding = ('padding="same"',) if layer.padding == "same" else ()
    return _call(indent, "Conv2D", str(layer.filters), str(layer.kernel_size), *_activation(layer.activation), *padding)


@source.register
def _(layer: planned.MaxPool2D, indent: int = INDENT) -> str:
    return 'layers.MaxPooling2D(padding="same")'


@source.register
def _(layer: planned.UpSampling2D, indent: int = INDENT) -> str:
    return "layers.UpSampling2D()"


@source.register
def _(layer: planned.Crop2D, indent: int = INDENT) -> str:
    return f"layers.Cropping2D(((0, {layer.bottom}), (0, {layer.right})))"


@source.register
def _(layer: planned.LSTM, indent: int = INDENT) -> str:
    return _call(indent, "LSTM", str(layer.units), *(("return_sequences=True",) if layer.return_sequences else ()))


@source.register
def _(layer: planned.RepeatVector, indent: int = INDENT) -> str:
    return f"layers.RepeatVector({layer.times})"


@source.register
def _(layer: planned.DenseCode, indent: int = INDENT) -> str:
    penalty = (f"activity_regularizer=keras.regularizers.L1({number(layer.activity_l1)})",) if layer.activity_l1 else ()
    return _call(indent, "Dense", str(layer.size), *_activation(layer.activation), *penalty)


@source.register
def _(layer: planned.EncoderOutputCode, indent: int = INDENT) -> str:
    return f"layers.ActivityRegularization(l1={number(layer.activity_l1)})" if layer.activity_l1 else ""


def _call(indent: int, name: str, *arguments: str) -> str:
    return call(f"layers.{name}", *arguments, indent=indent, room=1)


def _activation(name: str) -> tuple[str, ...]:
    return () if name == "linear" else (f'activation="{name}"',)
