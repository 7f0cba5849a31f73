"""What the plan view says: one row per layer, as plain data."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from ae_workbench.core.layers import (
    LSTM,
    Conv2D,
    Crop2D,
    Dense,
    DenseCode,
    EncoderOutputCode,
    Flatten,
    GaussianCode,
    Layer,
    MaxPool2D,
    RepeatVector,
    Reshape,
    UpSampling2D,
)  # fmt: skip
from ae_workbench.core.plan import Part, Plan, Stage
from ae_workbench.core.shape import format_dims
from ae_workbench.ui.translation import QT_TRANSLATE_NOOP
from ae_workbench.ui.wording import count_text, number_text, option_title

CONTEXT = "plan"
NAMES: dict[type, str] = {
    Flatten: QT_TRANSLATE_NOOP("plan", "Flatten"),
    Reshape: QT_TRANSLATE_NOOP("plan", "Reshape"),
    Dense: QT_TRANSLATE_NOOP("plan", "Dense"),
    Conv2D: QT_TRANSLATE_NOOP("plan", "Convolution"),
    MaxPool2D: QT_TRANSLATE_NOOP("plan", "Max pooling"),
    UpSampling2D: QT_TRANSLATE_NOOP("plan", "Upsampling"),
    Crop2D: QT_TRANSLATE_NOOP("plan", "Crop"),
    LSTM: QT_TRANSLATE_NOOP("plan", "LSTM"),
    RepeatVector: QT_TRANSLATE_NOOP("plan", "Repeat"),
    DenseCode: QT_TRANSLATE_NOOP("plan", "Dense"),
    EncoderOutputCode: QT_TRANSLATE_NOOP("plan", "Code"),
    GaussianCode: QT_TRANSLATE_NOOP("plan", "Gaussian"),
}
PART_TITLES = {
    "input": QT_TRANSLATE_NOOP("plan", "Input"),
    "encoder": QT_TRANSLATE_NOOP("plan", "Encoder"),
    "code": QT_TRANSLATE_NOOP("plan", "Code"),
    "decoder": QT_TRANSLATE_NOOP("plan", "Decoder"),
}


@dataclass(frozen=True)
class Row:
    """``is_first`` rows open their part and carry its title."""

    part: Part | str
    name: str
    detail: str
    dims: tuple[int, ...]
    parameter_count: int
    is_first: bool = False
    in_steps: bool = False
    is_cloud: bool = False

    @property
    def is_slim(self) -> bool:
        """Layers that only rearrange numbers."""
        return self.parameter_count == 0 and self.part in ("encoder", "decoder") and not self.detail

    @property
    def text(self) -> str:
        """The row in words, for tooltips and screen readers."""
        parts = [f"{part_title(self.part)}: {self.name}", self.detail, format_dims(self.dims)]
        if self.parameter_count:
            parts.append(_tr("%1 parameters").replace("%1", count_text(self.parameter_count)))
        return ", ".join(part for part in parts if part)


def rows(plan: Plan) -> list[Row]:
    """Input, then every layer of the plan in order."""
    first = Row("input", _tr("Input"), _input_detail(plan), plan.shape.dims, 0, True, not plan.shape.is_image)
    found = [first]
    for stage in plan.stages:
        found.append(_row(stage, plan, is_first=found[-1].part != stage.part))
    return found


def part_title(part: str) -> str:
    return _tr(PART_TITLES[part])


def _row(stage: Stage, plan: Plan, is_first: bool) -> Row:
    in_steps = len(stage.output_dims) == 2
    cloud = isinstance(stage.layer, GaussianCode)
    name = _tr(NAMES[type(stage.layer)])
    return Row(stage.part, name, _detail(stage.layer), stage.output_dims, stage.parameter_count, is_first, in_steps, cloud)


def _detail(layer: Layer) -> str:
    match layer:
        case Conv2D():
            size = f"{layer.kernel_size}×{layer.kernel_size}"
            unpadded = _tr("unpadded") if layer.padding == "valid" else ""
            return " · ".join(part for part in (size, option_title(layer.activation), unpadded) if part)
        case DenseCode() if layer.activity_l1:
            return f"{option_title(layer.activation)} · L1 {number_text(layer.activity_l1)}"
        case Dense() | DenseCode():
            return option_title(layer.activation)
        case GaussianCode():
            return f"β {number_text(layer.kl_weight)}"
        case MaxPool2D() | UpSampling2D():
            return "2×2"
        case RepeatVector():
            return f"×{layer.times}"
        case LSTM():
            return _tr("each step") if layer.return_sequences else _tr("last step")
    return ""


def _input_detail(plan: Plan) -> str:
    if plan.corruption.kind == "none":
        return ""
    return f"{option_title(plan.corruption.kind)} {number_text(plan.corruption.amount)}"


def _tr(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text)
