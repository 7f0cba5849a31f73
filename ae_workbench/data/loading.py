"""From a recipe's choice of data, or a name or path that a person gives, to a data set."""

from pathlib import Path
from typing import Any

from ae_workbench.core.errors import DataError
from ae_workbench.core.parameters import Parameters, from_json
from ae_workbench.core.recipe import Choice
from ae_workbench.core.shape import Shape
from ae_workbench.data import SOURCES
from ae_workbench.data.checks import check_learnable, check_usable
from ae_workbench.data.dataset import Dataset
from ae_workbench.data.mnist import not_here
from ae_workbench.data.pairing import holds, holds_pairs
from ae_workbench.data.paths import chosen_path, exists, is_folder
from ae_workbench.data.pictures import ENDINGS as PICTURE_ENDINGS
from ae_workbench.data.sounds.wav_file import ENDINGS as SOUND_ENDINGS
from ae_workbench.data.source import DataSource, Fetch, Progress, silent

ARRAY_ENDINGS = (".npy", ".npz", ".idx", "-ubyte", ".idx.gz", "-ubyte.gz")
CSV_ENDINGS = (".csv", ".tsv")


def load(choice: Choice, progress: Progress = silent, fetch: Fetch | None = None, to_learn: bool = True) -> Dataset:
    """The data set, checked; ``fetch`` brings a Keras data set that isn't here into Keras's cache.

    Not ``to_learn``: a model is to be shown them, so that one example is enough.

    Raises:
        DataError: data that can't be read or used. ParameterError, RecipeError: bad parameters. Cancelled: ``progress`` raised it.
    """
    source, parameters = parsed(choice)
    if source.download and not source.is_here():
        if fetch is None:
            raise not_here(source.download, "downloading is off")
        fetch(source.download, progress)
    dataset = source.load(parameters, progress)
    (check_learnable if to_learn else check_usable)(dataset)
    progress(1.0, f"{dataset.name} is loaded")
    return dataset


def shape_of(choice: Choice) -> Shape:
    """Shape and kind of one example, without loading them all and without a network. Raises as ``load`` does."""
    source, parameters = parsed(choice)
    return source.shape(parameters)


def parsed(choice: Choice) -> tuple[DataSource, Any]:
    """The source and its parameters, checked."""
    source = SOURCES[choice.key] if choice.key in SOURCES else _unknown(choice.key)
    parameters: Parameters = from_json(source.parameters, choice.parameters, f"The {source.key} data")
    return source, parameters


def choice_for(text: str) -> Choice:
    """What a person means by a data set's name, the path of a file or folder, or both as in ``pages:scans``. Raises ``DataError``."""
    if text in SOURCES and not SOURCES[text].needs_path:
        return Choice(text)
    key, colon, rest = text.partition(":")
    if colon and key in SOURCES:
        return _named_choice(SOURCES[key], rest)
    path = chosen_path(text, f"a data set ({_names()}) or a file or folder")
    if not exists(path):
        _unknown(text)
    return Choice(_key_for(path), {"path": str(path.absolute())})


def choice_like(choice: Choice, own: Choice, shape: Shape) -> Choice:
    """Data for a model that was trained on its ``own`` of this shape: read in the same way, pictures at its size and in its colours."""
    wanted: dict[str, Any] = {}
    if choice.key == own.key:
        wanted = dict(own.parameters)
    elif choice.key == "images" and shape.is_image:
        height, width, channels = shape.dims
        wanted = {"height": height, "width": width, "colour": "grey" if channels == 1 else "colour"}
    elif choice.key == "csv" and not shape.is_image:
        wanted = {"features": shape.dims[1]}
    return Choice(choice.key, {**wanted, **choice.parameters})


def _named_choice(source: DataSource, typed: str) -> Choice:
    if not source.takes_path:
        raise DataError(f"The {source.key} data come without a file or folder: give their name alone.")
    path = chosen_path(typed, "a file or folder")
    if not exists(path):
        raise DataError(f"There is no file or folder {path}: choose one that is there.")
    return Choice(source.key, {"path": str(path.absolute())})


def _key_for(path: Path) -> str:
    name = path.name.lower()
    if is_folder(path):
        return _key_for_folder(path)
    if name.endswith(SOUND_ENDINGS):
        raise DataError(f"{path} is a single sound: choose the folder that it is in.")
    if name.endswith(PICTURE_ENDINGS):
        raise DataError(f"{path} is a single picture: choose the folder that it is in.")
    if name.endswith(CSV_ENDINGS):
        return "csv"
    if name.endswith(ARRAY_ENDINGS) or _starts_like_array(path):
        return "array"
    raise DataError(f"{path} is of no known kind: choose a folder of pictures, or a .npy, .npz, IDX or CSV file.")


def _key_for_folder(path: Path) -> str:
    """Pairs of pages or sounds and sounds alone by what is in it; pictures are single ones otherwise."""
    if holds_pairs(path, PICTURE_ENDINGS):
        return "pages"
    return "sounds" if holds(path, SOUND_ENDINGS) and not holds(path, PICTURE_ENDINGS) else "images"


def _starts_like_array(path: Path) -> bool:
    if not path.is_file():  # a pipe would be waited for
        return False
    try:
        with open(path, "rb") as file:
            start = file.read(6)
    except OSError as problem:
        raise DataError(f"The file {path} can't be read: {problem.strerror}.") from None
    return start == b"\x93NUMPY" or (start[:2] == b"\0\0" and len(start) == 6)


def _names() -> str:
    return ", ".join(source.key for source in SOURCES if not source.needs_path)


def _unknown(text: str) -> Any:
    if text in {source.key for source in SOURCES}:
        raise DataError(f"The data “{text}” need a file or folder: write {text}:PATH.")
    raise DataError(f"“{text}” is neither a data set nor a file or folder that exists: the data sets are {_names()}.")
