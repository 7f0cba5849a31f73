"""Sweeps with the variants known: files, points, the recipe of each, and whether all of them can be built."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import product
from pathlib import Path

from ae_workbench.core.errors import RecipeError, WorkbenchError
from ae_workbench.core.parameters import applies, specs, without_effect
from ae_workbench.core.recipe import Recipe
from ae_workbench.core.shape import Shape
from ae_workbench.core.sweep import MAX_BYTES, Sweep, sweep_from_text
from ae_workbench.core.varying import SEED, Value, Varied, value_text, with_value
from ae_workbench.variants import VARIANTS
from ae_workbench.variants.recipes import make_plan

Point = Mapping[str, Value]
"""Values of the varied parameters by name."""


def parse_sweep(text: str) -> Sweep:
    """A sweep from the text of its file. Raises ``RecipeError`` or ``ParameterError``."""
    return sweep_from_text(text, {variant.key: variant.parameters for variant in VARIANTS})


def read_sweep(path: Path) -> Sweep:
    """A sweep from its file. Raises ``RecipeError`` or ``ParameterError``."""
    try:
        with path.open("rb") as file:
            text = file.read(MAX_BYTES + 1).decode()
    except (OSError, ValueError) as problem:
        reason = problem.strerror if isinstance(problem, OSError) else "it is not a text file"
        raise RecipeError(f"The sweep {path} can't be read: {reason}.") from None
    return parse_sweep(text)


def grid_points(sweep: Sweep) -> Iterator[Point]:
    """Every combination of the listed values, the last parameter fastest; a range counts with its ends."""
    lists = [each.values or _ends(sweep, each) for each in sweep.varied]
    return (dict(zip(sweep.names, values, strict=True)) for values in product(*lists))


def _ends(sweep: Sweep, varied: Varied) -> tuple[Value, ...]:
    return (varied.low, varied.high)


def recipe_at(sweep: Sweep, point: Point, seed: int) -> Recipe:
    """What is trained at a point. Raises ``ParameterError``."""
    recipe = sweep.recipe
    for name, value in point.items():
        recipe = with_value(recipe, name, value)
    title = recipe.name or VARIANTS[recipe.variant].title
    return replace(recipe, training=replace(recipe.training, seed=seed), name=f"{title} · {point_text(point)} · {SEED} {seed}")


def trains_alike(one: Recipe, other: Recipe) -> bool:
    """Whether two recipes train the same from the same data, whatever they are called and wherever the data lie."""
    return replace(one, name=other.name, data=other.data) == other


def point_text(point: Point) -> str:
    """``code_size 4, learning_rate 0.001``."""
    return ", ".join(f"{name} {value_text(value)}" for name, value in point.items())


def check_sweep(sweep: Sweep, shape: Shape) -> None:
    """Whether every combination can be built for data of this shape; of sampled ranges the ends count.

    Raises:
        RecipeError: one can't, or a varied parameter matters for none.
    """
    matters = dict.fromkeys(sweep.names, False)
    for point in grid_points(sweep):
        try:
            recipe = recipe_at(sweep, point, sweep.seeds[0])
            make_plan(recipe, shape)
        except WorkbenchError as problem:
            raise RecipeError(f"With {point_text(point)} nothing can be trained: {problem}") from None
        for name in sweep.names:
            matters[name] |= name not in specs(type(recipe.parameters)) or applies(recipe.parameters, name)
    for name, does in matters.items():
        if not does:
            raise RecipeError(without_effect(sweep.recipe.parameters, name))
