"""A plan in words and numbers, for other tools. Nothing is ever built from it: a plan is rebuilt from its recipe."""

from dataclasses import asdict
from typing import Any

from ae_workbench.core.plan import Plan, Stage


def describe_plan(plan: Plan) -> dict[str, Any]:
    """The layers with their settings, shapes and the numbers of their arrays among the stored weights."""
    layers, first = [], 0
    for stage in plan.stages:
        layers.append(_describe_stage(stage, first))
        first += len(layers[-1]["weights"])
    return {
        "input_shape": list(plan.shape.dims),
        "kind": plan.shape.kind,
        "code_shape": list(plan.code_dims),
        "loss": plan.loss,
        "kl_weight": plan.kl_weight,
        "activity_l1": plan.activity_l1,
        "corruption": asdict(plan.corruption),
        "parameters": plan.parameter_count,
        "layers": layers,
    }


def _describe_stage(stage: Stage, first: int) -> dict[str, Any]:
    arrays = stage.layer.weight_dims(stage.input_dims)
    return {
        "part": stage.part,
        "layer": stage.kind,
        **asdict(stage.layer),
        "input_shape": list(stage.input_dims),
        "output_shape": list(stage.output_dims),
        "parameters": stage.parameter_count,
        "weights": [{"array": f"{first + at:03d}.npy", "shape": list(dims)} for at, dims in enumerate(arrays)],
    }
