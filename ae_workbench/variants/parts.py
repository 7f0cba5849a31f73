"""Stacks of layers that several variants share."""

from math import ceil

from ae_workbench.core.errors import PlanError
from ae_workbench.core.layers import Conv2D, Crop2D, Dense, Flatten, Layer, MaxPool2D, Padding, Reshape, UpSampling2D
from ae_workbench.core.shape import Shape

Layers = tuple[Layer, ...]


def dense_encoder(hidden: tuple[int, ...], activation: str) -> Layers:
    """Flatten, then one dense layer per hidden size."""
    return (Flatten(), *(Dense(units, activation) for units in hidden))


def dense_decoder(hidden: tuple[int, ...], activation: str, shape: Shape) -> Layers:
    """The hidden layers in reverse, then one output in [0, 1] per number of the example."""
    return (*(Dense(units, activation) for units in reversed(hidden)), Dense(shape.size, "sigmoid"), Reshape(shape.dims))


def conv_encoder(filters: tuple[int, ...], kernel_size: int, activation: str) -> Layers:
    """Convolution and 2×2 pooling, once per entry of ``filters``."""
    return tuple(layer for n in filters for layer in (Conv2D(n, kernel_size, activation), MaxPool2D()))


def pooled_dims(shape: Shape, filters: tuple[int, ...]) -> tuple[int, int, int]:
    """Shape of the last maps of ``conv_encoder``."""
    height, width, _ = shape.dims
    for _ in filters:
        height, width = ceil(height / 2), ceil(width / 2)
    return height, width, filters[-1]


def conv_decoder(filters: tuple[int, ...], kernel_size: int, activation: str, shape: Shape, last_padding: str = "same") -> Layers:
    """Convolution and 2×2 upsampling per entry of ``filters`` in reverse, cropped to the image, then a sigmoid convolution.

    ``last_padding`` is "same", "valid" (the article's unpadded third convolution) or "auto": valid where it fits.

    Raises:
        PlanError: "valid" was asked for, and the decoder would not end in the image's size.
    """
    height, width, channels = shape.dims
    small_height, small_width, _ = pooled_dims(shape, filters)
    grown = small_height * 2 ** (len(filters) - 1), small_width * 2 ** (len(filters) - 1)
    lost = kernel_size - 1
    fits = (2 * (grown[0] - lost), 2 * (grown[1] - lost)) == (height, width)
    if last_padding == "valid" and not fits:
        raise PlanError(
            f"With the last convolution unpadded the decoder can't end in {height}×{width} pixels "
            "(the article's works where a side leaves 4 when divided by 8, such as 28): choose auto or same.",
            field="last_padding",
        )
    padding: Padding = "valid" if fits and last_padding != "same" else "same"
    layers: list[Layer] = []
    for position, n in enumerate(reversed(filters)):
        layers += [Conv2D(n, kernel_size, activation, padding if position == len(filters) - 1 else "same"), UpSampling2D()]
    if padding == "same":
        bottom, right = 2 * grown[0] - height, 2 * grown[1] - width
        if bottom or right:
            layers.append(Crop2D(bottom, right))
    return (*layers, Conv2D(channels, kernel_size, "sigmoid"))


def unpooled_layers(filters: tuple[int, ...], kernel_size: int, activation: str, shape: Shape) -> tuple[Layers, Layers]:
    """Encoder and decoder of convolutions alone, on maps of the image's size: one per entry of ``filters``, and the same in reverse."""
    encoder = tuple(Conv2D(n, kernel_size, activation) for n in filters)
    decoder = tuple(Conv2D(n, kernel_size, activation) for n in reversed(filters[:-1]))
    return encoder, (*decoder, Conv2D(shape.dims[2], kernel_size, "sigmoid"))
