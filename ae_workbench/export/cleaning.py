"""Files of pages and sounds through a cleaner: read, cleaned, measured beside what needs no training, and written."""

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from statistics import fmean
from time import perf_counter
from typing import Any, Literal
from unicodedata import normalize

from ae_workbench.analysis.cleaning import pages, sounds
from ae_workbench.analysis.cleaning.pages import Page
from ae_workbench.core.errors import DataError, WorkbenchError
from ae_workbench.core.wording import counted
from ae_workbench.data.pictures import ENDINGS as PAGE_ENDINGS
from ae_workbench.data.pictures import Sheets, UnreadablePicture, read_sheets
from ae_workbench.data.sounds.wav_file import ENDINGS as SOUND_ENDINGS
from ae_workbench.data.sounds.wav_file import Sound, UnreadableSound, read_wav, wav_bytes
from ae_workbench.data.source import Progress, silent
from ae_workbench.engine.cleaning import Cleaner, Kind
from ae_workbench.storage.atomic import write_bytes
from ae_workbench.storage.paths import free_path
from ae_workbench.storage.place import written_to

ENDINGS: Mapping[Kind, tuple[str, ...]] = {"pages": PAGE_ENDINGS, "sounds": SOUND_ENDINGS}
FORMATS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".bmp": "BMP", ".webp": "WEBP", ".tif": "TIFF", ".tiff": "TIFF"}
USUAL_ENDING: Mapping[Kind, str] = {"pages": ".png", "sounds": ".wav"}
THINGS: Mapping[Kind, str] = {"pages": "pictures", "sounds": "WAV files"}
BEFORE, AFTER = "before", "after"
There = Literal["replace", "refuse", "keep"]
"""What becomes of files that are where others are to go; "keep" gives the others new names."""
Quality = Mapping[str, float]


@dataclass(frozen=True)
class CleanedFile:
    """``quality`` has numbers by way, where there is a clean version: before, after, and each yardstick."""

    source: Path
    out: Path
    seconds: float
    quality: Mapping[str, Quality] = field(default_factory=dict)


def inputs_of(paths: Sequence[Path], kind: Kind) -> list[Path]:
    """Each file, and each folder's files of this kind, by name. Raises ``DataError``."""
    found: list[Path] = []
    for path in paths:
        if not path.is_dir():
            if not path.is_file():
                raise DataError(f"There is no file or folder {path}: choose one that is there.")
            found.append(path)
            continue
        inside = sorted(file for file in path.iterdir() if file.suffix.lower() in ENDINGS[kind] and not file.name.startswith("."))
        if not inside:
            raise DataError(f"There are no {THINGS[kind]} in {path} that this run could clean.")
        found += inside
    return found


def outputs_for(files: Sequence[Path], out: Path, kind: Kind, clean: Sequence[Path] = (), there: There = "replace") -> list[Path]:
    """Where each cleaned file goes: ``out`` itself for one file, otherwise a folder that keeps the names.

    ``clean`` are the files that the cleaned ones are compared with. ``there`` is what becomes of files that are in the folder already.

    Raises:
        WorkbenchError: several files for one, two of one name, an ending that isn't known, a file to read that would be overwritten, or
            files that are there and must stay.
    """
    suffix = out.suffix.lower()
    if suffix in ENDINGS[kind] and not out.is_dir():
        if len(files) > 1:
            raise WorkbenchError(f"{len(files)} files can't all become {out}: give a folder.")
        targets = [out]
    elif suffix and not out.is_dir():
        raise WorkbenchError(f"{out} must end in {', '.join(ENDINGS[kind])}, or be a folder.")
    else:
        targets = [out / f"{file.stem}{file.suffix if kind == 'pages' else USUAL_ENDING[kind]}" for file in files]
    if len({_key(target.name) for target in targets}) < len(targets):
        raise WorkbenchError("Two of these files have the same name: clean them one after the other into folders of their own.")
    for target in targets:
        if target.exists() and any(target.samefile(file) for file in (*files, *clean)):
            raise WorkbenchError(f"{target} would be overwritten by what is made: choose another place.")
    taken = [target for target in targets if target.exists()] if targets != [out] else []
    if taken and there == "refuse":
        others = f" and {counted(len(taken) - 1, 'other file')}" if len(taken) > 1 else ""
        raise WorkbenchError(f"{taken[0]}{others} would be overwritten: give another folder, or --overwrite to have that.")
    return [free_path(target, " ") for target in targets] if there == "keep" else targets


def read_page(path: Path) -> Page:
    """A page in its colours, of a file with several the first. Raises ``DataError``."""
    return read_pages(path).pages[0]


def read_pages(path: Path) -> Sheets:
    """All pages of a file in their colours. Raises ``DataError``."""
    try:
        return read_sheets(path)
    except UnreadablePicture:
        raise DataError(f"The picture {path} can't be read: it is broken, of another format or larger than 33 million pixels.") from None


def read_sound(path: Path) -> Sound:
    """A sound. Raises ``DataError``."""
    try:
        return read_wav(path)
    except UnreadableSound as problem:
        raise DataError(f"The sound {path} can't be read: {problem}.") from None


def write_pages(path: Path, sheets: Sheets) -> None:
    """Pages in the format of the file's ending, written whole. Raises ``WorkbenchError``, also for several in a format that holds one."""
    from PIL import Image

    form, content = FORMATS[path.suffix.lower()], io.BytesIO()
    first, *others = (Image.fromarray(page.squeeze(2) if page.shape[2] == 1 else page) for page in sheets.pages)
    if others and form != "TIFF":
        raise WorkbenchError(f"{path.name} can't hold {len(sheets.pages)} pages: give a name that ends in .tif.")
    options: dict[str, Any] = {"quality": 95} if form in ("JPEG", "WEBP") else {}
    if sheets.dpi is not None:
        options["dpi"] = sheets.dpi
    if others:
        options |= {"save_all": True, "append_images": others}
    first.save(content, form, **options)
    _write(path, content.getvalue())


def write_sound(path: Path, sound: Sound) -> None:
    """A WAV file of 16 bits, written whole. Raises ``WorkbenchError``."""
    _write(path, wav_bytes(sound))


def clean_file(cleaner: Cleaner, source: Path, out: Path, clean: Path | None = None, progress: Progress = silent) -> CleanedFile:
    """One file cleaned and written, and measured where there is a clean version. Raises ``WorkbenchError``; ``Cancelled`` by progress."""
    began = perf_counter()
    words = f"Cleaning {source.name}"
    if cleaner.kind == "pages":
        sheets, wanted = read_pages(source), read_pages(clean) if clean else None
        if wanted is not None and len(wanted.pages) != len(sheets.pages):
            counts = len(sheets.pages), len(wanted.pages)
            raise DataError(f"{source.name} and its clean version {clean} have {counts[0]} and {counts[1]} pages: both must have as many.")
        cleaned = _clean_pages(cleaner, sheets, lambda share: progress(share, words))
        quality = _mean_qualities(wanted, sheets, cleaned) if wanted is not None else {}
        write_pages(out, cleaned)
    else:
        sound, model = read_sound(source), read_sound(clean) if clean else None
        made = cleaner.sound(sound, lambda share: progress(share, words))
        quality = sound_qualities(cleaner, model, sound, made.sound) if model is not None else {}
        write_sound(out, made.sound)
    return CleanedFile(source, out, perf_counter() - began, quality)


def _clean_pages(cleaner: Cleaner, sheets: Sheets, tell: Callable[[float], None]) -> Sheets:
    count = len(sheets.pages)
    return replace(sheets, pages=[cleaner.page(page, _part(tell, place, count)) for place, page in enumerate(sheets.pages)])


def _part(tell: Callable[[float], None], place: int, count: int) -> Callable[[float], None]:
    return lambda share: tell((place + share) / count)


def _mean_qualities(clean: Sheets, noisy: Sheets, cleaned: Sheets) -> dict[str, Quality]:
    """Of each way and number the mean over pages."""
    each = [page_qualities(*three) for three in zip(clean.pages, noisy.pages, cleaned.pages, strict=True)]
    return {way: {key: fmean(page[way][key] for page in each) for key in numbers} for way, numbers in each[0].items()}


def page_qualities(clean: Page, noisy: Page, cleaned: Page) -> dict[str, Quality]:
    """RMSE and PSNR of the noisy page, the cleaned one and each yardstick's."""
    made = {BEFORE: noisy, AFTER: cleaned} | {key: pages.filter_page(noisy, key) for key in pages.FILTERS}
    return {key: asdict(pages.page_quality(clean, page)) for key, page in made.items()}


def sound_qualities(cleaner: Cleaner, clean: Sound, noisy: Sound, cleaned: Sound) -> dict[str, Quality]:
    """SNR and segmental SNR of the noisy sound, the cleaned one and each yardstick's."""
    assert cleaner.transform is not None
    filtered = {key: sounds.filter_sound(noisy, cleaner.transform, key).sound for key in sounds.FILTERS}
    made = {BEFORE: noisy, AFTER: cleaned} | filtered
    return {key: asdict(sounds.sound_quality(clean, sound)) for key, sound in made.items()}


def _key(name: str) -> str:
    """The same for names that are one file on macOS or Windows, where case and the way accents are written don't count."""
    return normalize("NFC", normalize("NFC", name).casefold())


def _write(path: Path, content: bytes) -> None:
    with written_to(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_bytes(path, content)
