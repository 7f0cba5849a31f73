"""Files of pages and sounds through a cleaner: read, cleaned, measured beside what needs no training, and written."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from time import perf_counter
from unicodedata import normalize

from ae_workbench.analysis.cleaning import pages, sounds
from ae_workbench.analysis.cleaning.pages import Page
from ae_workbench.core.errors import DataError, WorkbenchError
from ae_workbench.data.pictures import ENDINGS as PAGE_ENDINGS
from ae_workbench.data.pictures import UnreadablePicture, read_whole
from ae_workbench.data.sounds.wav_file import ENDINGS as SOUND_ENDINGS
from ae_workbench.data.sounds.wav_file import Sound, UnreadableSound, read_wav, wav_bytes
from ae_workbench.data.source import Progress, silent
from ae_workbench.engine.cleaning import Cleaner, Kind
from ae_workbench.storage.atomic import write_bytes
from ae_workbench.storage.place import written_to

ENDINGS: Mapping[Kind, tuple[str, ...]] = {"pages": PAGE_ENDINGS, "sounds": SOUND_ENDINGS}
FORMATS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".bmp": "BMP", ".webp": "WEBP", ".tif": "TIFF", ".tiff": "TIFF"}
USUAL_ENDING: Mapping[Kind, str] = {"pages": ".png", "sounds": ".wav"}
THINGS: Mapping[Kind, str] = {"pages": "pictures", "sounds": "WAV files"}
BEFORE, AFTER = "before", "after"
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


def outputs_for(files: Sequence[Path], out: Path, kind: Kind, clean: Sequence[Path] = ()) -> list[Path]:
    """Where each cleaned file goes: ``out`` itself for one file, otherwise a folder that keeps the names.

    ``clean`` are the files that the cleaned ones are compared with.

    Raises:
        WorkbenchError: several files for one, two of one name, an ending that isn't known, or a file to read that would be overwritten.
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
    return targets


def read_page(path: Path) -> Page:
    """A page in its colours. Raises ``DataError``."""
    try:
        return read_whole(path, colour=True)
    except UnreadablePicture:
        raise DataError(f"The picture {path} can't be read: it is broken, of another format or larger than 33 million pixels.") from None


def read_sound(path: Path) -> Sound:
    """A sound. Raises ``DataError``."""
    try:
        return read_wav(path)
    except UnreadableSound as problem:
        raise DataError(f"The sound {path} can't be read: {problem}.") from None


def write_page(path: Path, page: Page) -> None:
    """A picture in the format of its ending, written whole. Raises ``WorkbenchError``."""
    from PIL import Image

    content = io.BytesIO()
    Image.fromarray(page.squeeze(2) if page.shape[2] == 1 else page).save(content, FORMATS[path.suffix.lower()], **_options(path))
    _write(path, content.getvalue())


def write_sound(path: Path, sound: Sound) -> None:
    """A WAV file of 16 bits, written whole. Raises ``WorkbenchError``."""
    _write(path, wav_bytes(sound))


def clean_file(cleaner: Cleaner, source: Path, out: Path, clean: Path | None = None, progress: Progress = silent) -> CleanedFile:
    """One file cleaned and written, and measured where there is a clean version. Raises ``WorkbenchError``; ``Cancelled`` by progress."""
    began = perf_counter()
    words = f"Cleaning {source.name}"
    if cleaner.kind == "pages":
        page, wanted = read_page(source), read_page(clean) if clean else None
        cleaned = cleaner.page(page, lambda share: progress(share, words))
        quality = page_qualities(wanted, page, cleaned) if wanted is not None else {}
        write_page(out, cleaned)
    else:
        sound, model = read_sound(source), read_sound(clean) if clean else None
        made = cleaner.sound(sound, lambda share: progress(share, words))
        quality = sound_qualities(cleaner, model, sound, made.sound) if model is not None else {}
        write_sound(out, made.sound)
    return CleanedFile(source, out, perf_counter() - began, quality)


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


def _options(path: Path) -> dict[str, int]:
    return {"quality": 95} if FORMATS[path.suffix.lower()] in ("JPEG", "WEBP") else {}


def _write(path: Path, content: bytes) -> None:
    with written_to(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_bytes(path, content)
