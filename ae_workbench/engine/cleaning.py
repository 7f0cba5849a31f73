"""A run put to work: whole pages and whole sounds through it, whatever size it was trained on."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from ae_workbench.analysis.cleaning.pages import Page, clean_page
from ae_workbench.analysis.cleaning.sounds import CleanedSound, clean_sound
from ae_workbench.analysis.overlap import Tell
from ae_workbench.core.errors import RunError, WorkbenchError
from ae_workbench.core.layers import Conv2D, Crop2D, EncoderOutputCode, MaxPool2D, UpSampling2D
from ae_workbench.core.parameters import from_json
from ae_workbench.core.plan import Plan
from ae_workbench.core.recipe import Recipe
from ae_workbench.core.shape import Shape
from ae_workbench.data.sounds.source import SOURCE as SOUNDS
from ae_workbench.data.sounds.source import SoundParameters
from ae_workbench.data.sounds.spectrogram import Transform
from ae_workbench.data.sounds.wav_file import Sound
from ae_workbench.engine.snapshot import Snapshot, open_snapshot
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.variants.recipes import make_plan

Kind = Literal["pages", "sounds"]
TILE_PX = 256
"""Side of the tiles of a model of convolutions alone: larger than its patches, so that less is worked out twice in overlaps."""
ANYWHERE = (Conv2D, MaxPool2D, UpSampling2D, Crop2D, EncoderOutputCode)
"""Layers that do the same at every place, on an image of any size."""


def kind_of(recipe: Recipe, shape: Shape) -> Kind:
    """What a run cleans: sounds if it was trained on these, pages if on other images.

    Raises:
        RunError: it was trained on sequences.
    """
    if not shape.is_image:
        raise RunError("This run was trained on sequences: choose one that was trained on images or sounds, such as documents or sound.")
    return "sounds" if recipe.data.key == SOUNDS.key else "pages"


def tile_of(recipe: Recipe, plan: Plan) -> tuple[int, int]:
    """Height and width of the tiles; a spectrogram is always as high as its frequencies are many."""
    height, width, _ = plan.shape.dims
    if not all(isinstance(stage.layer, ANYWHERE) for stage in plan.stages):
        return height, width
    return (height if recipe.data.key == SOUNDS.key else max(height, TILE_PX)), max(width, TILE_PX)


@dataclass(frozen=True)
class Cleaner:
    """A run at one epoch that cleans pages or sounds."""

    kind: Kind
    snapshot: Snapshot
    transform: Transform | None

    @property
    def tile(self) -> tuple[int, int]:
        height, width, _ = self.snapshot.plan.shape.dims
        return height, width

    def page(self, page: Page, tell: Tell = lambda share: None) -> Page:
        """A page (height, width, channels) cleaned."""
        return clean_page(page, self.snapshot.reconstruct, self.tile, self.snapshot.plan.shape.dims[2], tell)

    def sound(self, sound: Sound, tell: Tell = lambda share: None) -> CleanedSound:
        """A sound cleaned."""
        assert self.transform is not None
        return clean_sound(sound, self.transform, self.snapshot.reconstruct, self.tile[1], tell)


def open_cleaner(path: Path, epoch: int | None = None) -> Cleaner:
    """A run at an epoch, by default the newest stored one.

    Raises:
        RunError: no run, nothing stored yet, not this epoch, or one that was trained on sequences.
    """
    run = RunFolder.open(path)
    kind = kind_of(run.recipe, run.facts.shape)
    transform = _transform(run) if kind == "sounds" else None
    snapshot = open_snapshot(path, epoch)
    height, width = tile_of(run.recipe, snapshot.plan)
    plan = make_plan(run.recipe, Shape((height, width, snapshot.plan.shape.dims[2])))
    return Cleaner(kind, replace(snapshot, plan=plan), transform)


def _transform(run: RunFolder) -> Transform:
    transform = transform_of(run.recipe)
    if run.facts.shape.dims[::2] != (transform.height, 1):
        raise RunError(f"The run in {run.path} can't clean sounds: its data aren't the spectrograms that its recipe tells of.")
    return transform


def transform_of(recipe: Recipe) -> Transform:
    """How the sounds of a recipe become pictures. Raises ``RunError``."""
    try:
        return from_json(SoundParameters, recipe.data.parameters, "The sounds data").transform
    except WorkbenchError as problem:
        raise RunError(f"How this run's sounds became pictures isn't known: {problem}") from None
