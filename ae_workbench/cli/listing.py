"""``list`` and ``plan``: what there is, and what a recipe would build. No TensorFlow."""

import json
from argparse import Namespace
from typing import Any

from ae_workbench.analysis.chapters import CHAPTERS
from ae_workbench.analysis.chapters.steps import experiments_of
from ae_workbench.analysis.experiments import EXPERIMENTS
from ae_workbench.cli.recipes import check_settings, recipe_of
from ae_workbench.core.parameters import Choice as ChoiceSpec
from ae_workbench.core.parameters import Number, Size, Sizes, default, specs
from ae_workbench.core.plan import Plan
from ae_workbench.core.recipe import Recipe
from ae_workbench.core.shape import Shape, format_dims
from ae_workbench.core.wording import counted, factor
from ae_workbench.data import SOURCES
from ae_workbench.data.loading import shape_of
from ae_workbench.export.exporters import EXPORTERS
from ae_workbench.export.figures import FIGURES
from ae_workbench.variants import VARIANTS
from ae_workbench.variants.recipes import make_plan, presets


def run_list(chosen: Namespace) -> int:
    kinds = {
        "variants": _variants, "presets": _presets, "datasets": _datasets, "exporters": _exporters, "figures": _figures, "sweeps": _sweeps,
        "chapters": _chapters, "experiments": _experiments,
    }  # fmt: skip
    rows = kinds[chosen.what]()
    if chosen.json:
        print(json.dumps(rows, indent=2, ensure_ascii=False))
        return 0
    width = max((len(row["key"]) for row in rows), default=0)
    for row in rows:
        print(f"{row['key']:<{width}}  {row['summary']}")
    return 0


def _variants() -> list[dict[str, Any]]:
    return [
        {
            "key": variant.key,
            "title": variant.title,
            "summary": variant.summary,
            "kinds": list(variant.kinds),
            "parameters": {name: _spec(variant.parameters, name) for name in specs(variant.parameters)},
        }
        for variant in VARIANTS
    ]


def _spec(kind: Any, name: str) -> dict[str, Any]:
    spec = specs(kind)[name]
    row: dict[str, Any] = {"label": spec.label, "default": default(kind, name), "unit": spec.unit, "help": spec.help}
    if isinstance(spec, Size | Sizes | Number):
        row |= {"low": spec.low, "high": spec.high if spec.high < float("inf") else None}
    if isinstance(spec, ChoiceSpec):
        row["options"] = list(spec.options)
    return row


def _presets() -> list[dict[str, Any]]:
    return [
        {
            "key": key,
            "title": preset.recipe.name,
            "variant": preset.recipe.variant,
            "as_published": preset.as_published,
            "summary": _training_text(preset.recipe),
        }
        for key, preset in presets().items()
    ]


def _training_text(recipe: Recipe) -> str:
    t = recipe.training
    return f"{recipe.name}: {t.optimizer} at {t.learning_rate:g}, batch {t.batch_size}, {counted(t.epochs, 'epoch')}"


def _datasets() -> list[dict[str, Any]]:
    return [{"key": source.key, "title": source.title, "summary": source.summary} for source in SOURCES]


def _figures() -> list[dict[str, Any]]:
    return [{"key": kind.key, "title": kind.label, "summary": kind.help, "compares": kind.compares} for kind in FIGURES]


def _sweeps() -> list[dict[str, Any]]:
    """Those in their usual folder, the newest first."""
    from ae_workbench.engine.sweep.listing import SweepList

    rows = []
    for found in SweepList().read():
        names = ", ".join(found.sweep.names) if found.sweep else ""
        best = "" if found.best is None else f", best {found.best:.5g}"
        summary = found.problem or f"{names}: {found.done} of {found.total} trials{best}"
        rows.append(
            {"key": str(found.path), "title": names, "summary": summary, "done": found.done, "trials": found.total, "best": found.best}
        )
    return rows


def _exporters() -> list[dict[str, Any]]:
    return [
        {
            "key": exporter.key,
            "title": exporter.label,
            "summary": f"{', '.join(exporter.suffixes) or 'folder'}: {exporter.help}",
            "suffixes": list(exporter.suffixes),
            "parts": list(exporter.parts),
        }
        for exporter in EXPORTERS
    ]


def _chapters() -> list[dict[str, Any]]:
    return [
        {
            "key": chapter.key,
            "title": chapter.title,
            "section": chapter.section,
            "summary": chapter.title,
            "variant": chapter.variant or None,
            "experiments": [experiment.key for experiment in experiments_of(chapter)],
        }
        for chapter in CHAPTERS
    ]


def _experiments() -> list[dict[str, Any]]:
    return [{"key": each.key, "title": each.title, "summary": each.claim, "chapter": each.chapter} for each in EXPERIMENTS]


def run_plan(chosen: Namespace) -> int:
    recipe = recipe_of(chosen)
    check_settings(chosen, recipe)
    shape = shape_of(recipe.data)
    plan = make_plan(recipe, shape)
    if chosen.json:
        print(json.dumps(plan_json(plan), indent=2))
    else:
        print(_plan_text(plan, shape))
    return 0


def plan_json(plan: Plan) -> dict[str, Any]:
    """A plan as plain values."""
    return {
        "shape": list(plan.shape.dims),
        "kind": plan.shape.kind,
        "layers": [
            {
                "part": stage.part,
                "layer": stage.kind,
                "input_shape": list(stage.input_dims),
                "output_shape": list(stage.output_dims),
                "parameters": stage.parameter_count,
            }
            for stage in plan.stages
        ],
        "code_shape": list(plan.code_dims),
        "code_size": plan.code_size,
        "compression": plan.compression,
        "parameters": plan.parameter_count,
        "encoder_parameters": plan.encoder_parameter_count,
        "decoder_parameters": plan.decoder_parameter_count,
        "loss": plan.loss,
    }


def _plan_text(plan: Plan, shape: Shape) -> str:
    rows = [("input", "", format_dims(shape.dims), "")]
    rows += [(stage.part, stage.kind, format_dims(stage.output_dims), f"{stage.parameter_count:,}") for stage in plan.stages]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    lines = [f"{a:<{widths[0]}}  {b:<{widths[1]}}  {c:<{widths[2]}}  {d:>{widths[3]}}".rstrip() for a, b, c, d in rows]
    lines.append(f"{plan.parameter_count:,} parameters, a code of {plan.code_size}, {factor(plan.compression)} compression")
    return "\n".join(lines)
