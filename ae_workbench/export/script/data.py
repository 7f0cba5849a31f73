"""The data's part of the program: Keras's own data sets, or arrays in a file beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from ae_workbench.core.plan import Plan
from ae_workbench.core.recipe import Recipe
from ae_workbench.core.shape import Shape, format_dims
from ae_workbench.data import SOURCES
from ae_workbench.data.dataset import Scaling

KERAS_DATA = ("mnist", "fashion_mnist")


@dataclass(frozen=True)
class Source:
    """``needs`` is a sentence about the file that must be there, or nothing."""

    text: str
    code: str
    needs: str
    has_labels: bool


def is_paired(recipe: Recipe) -> bool:
    """Whether the recipe's data are pairs: what goes in differs from what is asked for."""
    return recipe.data.key in SOURCES and SOURCES[recipe.data.key].is_paired


def source(recipe: Recipe, plan: Plan, scaling: Scaling, data_file: str, has_labels: bool) -> Source:
    """How the program gets its data. ``has_labels``: whether the file has labels of the test examples."""
    if recipe.data.key in KERAS_DATA:
        return Source("Keras downloads the images once. Pixels become numbers from 0 to 1.", _from_keras(recipe), "", True)
    names = ("x_train", "x_test", "x_train_seen", "x_test_seen") if is_paired(recipe) else ("x_train", "x_test")
    code = _from_file(plan.shape, scaling, data_file, has_labels, names)
    return Source(_file_text(plan.shape, scaling, names), code, _needs(plan.shape, scaling, names), has_labels)


def _from_keras(recipe: Recipe) -> str:
    lines = [
        f"(x_train, _), (x_test, y_test) = keras.datasets.{recipe.data.key}.load_data()",
        *([f"x_train = x_train[:{recipe.limit}]"] if recipe.limit else []),
        'x_train = x_train[..., None].astype("float32") / 255',
        'x_test = x_test[..., None].astype("float32") / 255',
    ]
    return "\n".join(lines)


def _from_file(shape: Shape, scaling: Scaling, data_file: str, has_labels: bool, names: Sequence[str]) -> str:
    lines = [f"data = np.load({data_file})"]
    for name in names:
        if _is_plain(shape, scaling):
            lines.append(f'{name} = data["{name}"].astype("float32") / 255')
        else:
            lines.append(f'{name} = (data["{name}"] - data["offset"]) * data["scale"]')
    if has_labels:
        lines.append('y_test = data["y_test"]')
    return "\n".join(lines)


def _file_text(shape: Shape, scaling: Scaling, names: Sequence[str]) -> str:
    pairs = " The noisy halves of the pairs are what the encoder sees." if len(names) > 2 else ""
    if _is_plain(shape, scaling):
        return f"Pixels become numbers from 0 to 1.{pairs}"
    return f"Each feature becomes one with mean 0 and standard deviation 1 over the training examples.{pairs}"


def _needs(shape: Shape, scaling: Scaling, names: Sequence[str]) -> str:
    kind = "uint8" if shape.is_image else "float32"
    listed = f"{', '.join(names[:-1])} and {names[-1]}"
    more = "" if _is_plain(shape, scaling) else "; offset and scale, float32 for each feature"
    return f"arrays {listed}, {kind} of shape (n, {format_dims(shape.dims).replace('×', ', ')}){more}"


def _is_plain(shape: Shape, scaling: Scaling) -> bool:
    return shape.is_image and scaling == Scaling()
