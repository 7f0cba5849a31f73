"""The program in pieces, each with a heading and sentences: cells of a notebook, paragraphs of a script."""

from dataclasses import dataclass

from ae_workbench.core.plan import Plan
from ae_workbench.core.recipe import Recipe
from ae_workbench.data.dataset import Scaling
from ae_workbench.export.script import data, model, plots, training
from ae_workbench.export.script.words import plain
from ae_workbench.variants import VARIANTS


@dataclass(frozen=True)
class Cell:
    """Some lines of the program. ``text`` says what they are for."""

    title: str
    text: str
    code: str


@dataclass(frozen=True)
class Program:
    """A recipe as Python. ``needs`` says which file of data it wants, if any."""

    title: str
    summary: str
    needs: str
    imports: tuple[str, ...]
    cells: tuple[Cell, ...]


def program(recipe: Recipe, plan: Plan, scaling: Scaling, data_file: str, has_labels: bool) -> Program:
    """The program of a recipe. ``data_file`` is an expression for the path of its data, which only data that Keras hasn't are read from."""
    source = data.source(recipe, plan, scaling, data_file, has_labels)
    pieces = (
        Cell("Settings", "", training.settings(recipe, plan)),
        Cell("Data", source.text, source.code),
        Cell("Model", model.text(plan), model.code(plan)),
        Cell("First weights", model.WEIGHTS_TEXT, model.weights_code(plan)),
        Cell("Training", training.text(recipe, plan), training.code(recipe, plan)),
        Cell("Results", plots.text(recipe, plan), plots.code(recipe, plan, source.has_labels)),
    )
    variant = VARIANTS[recipe.variant]
    return Program(plain(recipe.name) or variant.title, variant.summary, source.needs, ("itertools", "math"), pieces)
