"""What the page of pages and sound has done beside the user interface: open, clean, filter, measure and save, as jobs for its thread."""

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ae_workbench.analysis.cleaning import pages, sounds
from ae_workbench.core.errors import DataError
from ae_workbench.data.pages.source import sample_pages
from ae_workbench.data.pictures import Sheets
from ae_workbench.data.sounds.source import sample_sounds
from ae_workbench.data.sounds.spectrogram import Transform
from ae_workbench.data.sounds.wav_file import Sound
from ae_workbench.data.source import Cancelled, Progress, silent
from ae_workbench.engine.cleaning import Cleaner, Kind, open_cleaner
from ae_workbench.export import cleaning as files
from ae_workbench.ui.modes.documents.pictures import Levels, envelope, page_levels, spectrogram_levels

RUN = "run"
SAMPLE_SEEDS: dict[Kind, int] = {"pages": 20, "sounds": 2012}
"""A page with stains and a ring; a sound with hiss, hum and clicks."""
USUAL_TRANSFORM = Transform(16_000, 512)
Media = pages.Page | Sound
Quality = files.Quality


class Ticket:
    """One job's way to be called off: its progress goes to ``tell``, and after ``cancel`` the next word of it ends the job."""

    def __init__(self, tell: Progress = silent) -> None:
        self._tell = tell
        self._off = threading.Event()

    def cancel(self) -> None:
        self._off.set()

    def __call__(self, share: float, doing: str) -> None:
        if self._off.is_set():
            raise Cancelled
        self._tell(share, doing)


@dataclass(frozen=True, eq=False)
class Shown:
    """A page or sound as it is shown. ``wave`` is a sound's envelope, (columns, 2)."""

    media: Media
    levels: Levels
    wave: NDArray[np.float32] | None = None


@dataclass(frozen=True, eq=False)
class Opened:
    """What was opened, of a file with several pages the first.

    ``clean`` is its clean version where that is known; ``transform`` is how a sound became the picture; ``dpi`` as ``Sheets`` has it.
    """

    kind: Kind
    name: str
    noisy: Shown
    path: Path | None = None
    clean: Media | None = None
    transform: Transform = USUAL_TRANSFORM
    dpi: tuple[float, float] | None = None


@dataclass(frozen=True, eq=False)
class Cleaned:
    """What a way (``RUN`` or a filter's key) made of ``opened``; ``quality`` has every way's numbers that were measured on the way."""

    opened: Opened
    way: str
    shown: Shown
    run: Path | None = None
    epoch: int | None = None
    quality: Mapping[str, Quality] = field(default_factory=dict)


def shown_page(page: pages.Page) -> Shown:
    return Shown(page, page_levels(page))


def shown_sound(sound: Sound, picture: NDArray[np.float32]) -> Shown:
    return Shown(sound, spectrogram_levels(picture), envelope(sound.samples))


def opened_sound(name: str, sound: Sound, path: Path | None, clean: Sound | None, transform: Transform) -> Opened:
    return Opened("sounds", name, shown_sound(sound, sounds.picture(sound, transform)), path, clean, transform)


@dataclass(frozen=True)
class SampleJob:
    """A page or sound made by the program, with its clean version."""

    kind: Kind
    name: str

    def __call__(self) -> Opened:
        if self.kind == "pages":
            [(clean, noisy)] = sample_pages(SAMPLE_SEEDS["pages"])
            return Opened("pages", self.name, shown_page(noisy[..., None]), None, clean[..., None])
        [(quiet, loud)] = sample_sounds(SAMPLE_SEEDS["sounds"], USUAL_TRANSFORM.rate_hz)
        one, other = (Sound(samples[:, None], USUAL_TRANSFORM.rate_hz) for samples in (quiet, loud))
        return opened_sound(self.name, other, None, one, USUAL_TRANSFORM)


@dataclass(frozen=True)
class OpenJob:
    """A file of one's own: a picture of a page or a WAV file, by its ending."""

    path: Path

    def __call__(self) -> Opened:
        kind = kind_of_file(self.path)
        if kind == "pages":
            sheets = files.read_pages(self.path)
            count = f" (1/{len(sheets.pages)})" if len(sheets.pages) > 1 else ""
            return Opened("pages", f"{self.path.name}{count}", shown_page(sheets.pages[0]), self.path, dpi=sheets.dpi)
        return opened_sound(self.path.name, files.read_sound(self.path), self.path, None, USUAL_TRANSFORM)


@dataclass(frozen=True, eq=False)
class CleanVersionJob:
    """The clean version of what is open, read and checked."""

    opened: Opened
    path: Path

    def __call__(self) -> Media:
        media: Media = files.read_page(self.path) if self.opened.kind == "pages" else files.read_sound(self.path)
        measure(media, self.opened.noisy.media)
        return media


@dataclass(frozen=True, eq=False)
class CleanJob:
    """What a run at an epoch makes of what is open."""

    opened: Opened
    run: Path
    epoch: int | None
    ticket: Ticket

    def __call__(self) -> Cleaned:
        self.ticket(-1.0, "Starting TensorFlow")
        cleaner = open_cleaner(self.run, self.epoch)
        words = f"Cleaning {self.opened.name}"
        shown, before = self._cleaned(cleaner, words)
        quality = {RUN: measure(self.opened.clean, shown.media)} if self.opened.clean is not None else {}
        return Cleaned(before, RUN, shown, self.run, cleaner.snapshot.epoch, quality)

    def _cleaned(self, cleaner: Cleaner, words: str) -> tuple[Shown, Opened]:
        """A sound's picture before follows the run, so that both sides of the handle have the same frequencies."""
        opened, media = self.opened, self.opened.noisy.media
        if not isinstance(media, Sound):
            return shown_page(cleaner.page(media, lambda share: self.ticket(share, words))), opened
        made = cleaner.sound(media, lambda share: self.ticket(share, words))
        if cleaner.transform is not None and cleaner.transform != opened.transform:
            clean = opened.clean if isinstance(opened.clean, Sound) else None
            opened = opened_sound(opened.name, media, opened.path, clean, cleaner.transform)
        return shown_sound(made.sound, made.after), opened


@dataclass(frozen=True, eq=False)
class FilterJob:
    """What a filter that needs no training makes of what is open."""

    opened: Opened
    way: str

    def __call__(self) -> Cleaned:
        media = self.opened.noisy.media
        if isinstance(media, Sound):
            made = sounds.filter_sound(media, self.opened.transform, self.way)
            shown = shown_sound(made.sound, made.after)
        else:
            shown = shown_page(pages.filter_page(media, self.way))
        quality = {self.way: measure(self.opened.clean, shown.media)} if self.opened.clean is not None else {}
        return Cleaned(self.opened, self.way, shown, quality=quality)


@dataclass(frozen=True, eq=False)
class MeasureJob:
    """How near the noisy one comes to the clean one, and each filter's."""

    opened: Opened

    def __call__(self) -> Mapping[str, Quality]:
        media, clean = self.opened.noisy.media, self.opened.clean
        if clean is None:
            return {}
        found = {files.BEFORE: measure(clean, media)}
        for way in filters_for(self.opened.kind):
            if isinstance(media, Sound):
                found[way] = measure(clean, sounds.filter_sound(media, self.opened.transform, way).sound)
            else:
                found[way] = measure(clean, pages.filter_page(media, way))
        return found


@dataclass(frozen=True, eq=False)
class SaveJob:
    """A page or sound written as a file."""

    media: Media
    path: Path
    dpi: tuple[float, float] | None = None

    def __call__(self) -> Path:
        if isinstance(self.media, Sound):
            files.write_sound(self.path, self.media)
        else:
            files.write_pages(self.path, Sheets([self.media], self.dpi))
        return self.path


def filters_for(kind: Kind) -> tuple[str, ...]:
    return tuple(pages.FILTERS if kind == "pages" else sounds.FILTERS)


def measure(clean: Media, media: Media) -> Quality:
    """How near something comes to its clean version. Raises ``DataError`` where they aren't of the same."""
    if isinstance(clean, Sound) != isinstance(media, Sound):
        raise DataError("The clean version is of another kind: choose a picture for a page and a WAV file for a sound.")
    if isinstance(clean, Sound) and isinstance(media, Sound):
        return vars(sounds.sound_quality(clean, media))
    assert not isinstance(clean, Sound) and not isinstance(media, Sound)
    return vars(pages.page_quality(clean, media))


def kind_of_file(path: Path) -> Kind:
    """Whether a file is a page or a sound, by its ending. Raises ``DataError``."""
    for kind, endings in files.ENDINGS.items():
        if path.suffix.lower() in endings:
            return kind
    raise DataError(f"{path} is neither a picture nor a WAV file: choose a PNG, JPEG, BMP, WebP, TIFF or WAV file.")
