"""A run out of an ``.aew`` file that a stranger may have made. Nothing in it is run or trusted.

The recipe passes its schema, the model's plan is worked out from it anew, and arrays count only if they are exactly that plan's.
"""

import hashlib
import io
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from uuid import uuid4

from ae_workbench.core.errors import ArchiveError, RunError
from ae_workbench.core.foreign import parse_json, plain_text, shown
from ae_workbench.core.plan import Plan
from ae_workbench.core.recipe import LONGEST_NAME, Recipe, recipe_text
from ae_workbench.data.pictures import UnreadablePicture, clean_png
from ae_workbench.data.zip_file import check_ratio, open_zip
from ae_workbench.storage.archive.limits import (
    FACTS,
    FORMAT,
    HISTORY,
    MANIFEST,
    MEMBER_BYTES,
    MOST_BYTES,
    MOST_MEMBERS,
    MOST_RATIO,
    NEEDED,
    PREVIEW,
    PREVIEW_PIXELS,
    RECIPE,
    SMALL_BYTES,
    Progress,
    epoch_of,
    reading,
    weights_bytes,
    writing,
)
from ae_workbench.storage.archive.migrate import Contents, check_version, migrate
from ae_workbench.storage.archive.shared import without_places
from ae_workbench.storage.arrays import check_arrays
from ae_workbench.storage.atomic import make_folder, sync, sync_folder, write_bytes, write_text
from ae_workbench.storage.empty_folder import is_empty, remove_empty
from ae_workbench.storage.facts import Facts, UnknownVersion, facts_from_json, facts_text
from ae_workbench.storage.history import EpochRecord, history_text, parse_history
from ae_workbench.storage.patience import rename
from ae_workbench.storage.run_folder import RunFolder, weights_name
from ae_workbench.variants.recipes import make_plan, parse_recipe_json

CHUNK_BYTES = 2**20
ENDED = "stopped"
"""How a run that was packed while it trained, or after a crash, ended for whoever opens it."""


@dataclass(frozen=True)
class Checked:
    """What an archive says, after everything but weights and preview was checked."""

    recipe: Recipe
    facts: Facts
    plan: Plan
    history: list[EpochRecord]
    epochs: tuple[int, ...]


def unpack(path: Path, out: Path, progress: Progress = lambda share: None) -> RunFolder:
    """The run in an archive, as a new folder ``out`` that is there whole or not at all.

    Raises:
        ArchiveError, RecipeError, ParameterError, PlanError: the archive is broken, foreign or of an unknown version.
        RunError: ``out`` has something in it, or can't be written.
    """
    with _opened(path) as archive:
        table = _table(archive)
        checked = _checked(archive, table)
        with _new_folder(out) as folder:
            _write_run(archive, table, checked, folder, progress)
    return RunFolder.open(out)


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    with reading(path):
        if path.exists() and not path.is_file():
            raise ArchiveError(f"{path} is not a file: choose an .aew file.")
        with path.open("rb") as file:
            if file.seek(0, io.SEEK_END) > MOST_BYTES:
                raise ValueError("it is larger than archives are")
            with open_zip(file, MOST_MEMBERS) as archive:
                check_ratio(archive, MOST_RATIO, SMALL_BYTES)
                yield archive


# What it says


def _table(archive: zipfile.ZipFile) -> dict[str, tuple[int, str]]:
    """Size and digest of every member but the manifest, which lists exactly those that are there."""
    members = {member.filename: member.file_size for member in archive.infolist()}
    if members.get(MANIFEST, MOST_BYTES) > MEMBER_BYTES[MANIFEST]:
        raise ValueError(f"it has no {MANIFEST}, or one that is too large")
    manifest = _manifest(archive)
    for name, size in members.items():
        if name not in MEMBER_BYTES and epoch_of(name) is None:
            raise ValueError(f"it holds “{shown(name)}”, which no run has")
        if size > MEMBER_BYTES.get(name, MOST_BYTES):
            raise ValueError(f"its {shown(name)} is too large")
    for name in NEEDED:
        if name not in members:
            raise ValueError(f"it has no {name}")
    listed = {name: _listed(values) for name, values in manifest["files"].items()}
    if {name: size for name, (size, _) in listed.items()} != {name: size for name, size in members.items() if name != MANIFEST}:
        raise ValueError("its manifest lists other files")
    return listed


def _manifest(archive: zipfile.ZipFile) -> dict[str, Any]:
    manifest = parse_json(archive.read(MANIFEST).decode(), has_nan=True)
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        raise ValueError("its manifest doesn't say that it is one")
    check_version(manifest.get("version"))
    if not isinstance(manifest.get("files"), dict):
        raise ValueError("its manifest lists no files")
    return manifest


def _listed(values: Any) -> tuple[int, str]:
    if not isinstance(values, dict) or set(values) != {"bytes", "sha256"}:
        raise ValueError("its manifest is broken")
    size, digest = values["bytes"], values["sha256"]
    if isinstance(size, bool) or not isinstance(size, int) or not isinstance(digest, str):
        raise ValueError("its manifest is broken")
    return size, digest


def _checked(archive: zipfile.ZipFile, table: dict[str, tuple[int, str]]) -> Checked:
    texts = {name: _content(archive, name, table) for name in (RECIPE, FACTS, HISTORY)}
    said, known = (parse_json(texts[name].decode(), has_nan=True) for name in (RECIPE, FACTS))
    contents = migrate(Contents(_manifest(archive), said, known, texts[HISTORY]))
    recipe = without_places(parse_recipe_json(contents.recipe))
    facts = _facts(contents.facts)
    plan = make_plan(recipe, facts.shape)
    history = parse_history(contents.history)
    epochs = tuple(sorted(epoch for name in table if (epoch := epoch_of(name)) is not None))
    if not epochs or epochs[-1] > (history[-1].epoch if history else 0):
        raise ValueError("it has no weights, or weights of epochs that its history doesn't know")
    if any(table[weights_name(epoch)][0] > weights_bytes(plan) for epoch in epochs):
        raise ValueError("its weights are larger than the recipe's model")
    if not recipe.name:
        recipe = replace(recipe, name=plain_text(str(contents.manifest.get("name", "")), LONGEST_NAME))
    return Checked(recipe, replace(facts, outcome=facts.outcome or ENDED), plan, history, epochs)


def _facts(values: Any) -> Facts:
    try:
        return facts_from_json(values)
    except UnknownVersion:
        raise ArchiveError("The run in this archive is of a version this program doesn't know: please update it.") from None


def _content(archive: zipfile.ZipFile, name: str, table: dict[str, tuple[int, str]]) -> bytes:
    content = archive.read(name)
    if hashlib.sha256(content).hexdigest() != table[name][1]:
        raise ValueError(f"its {name} was changed")
    return content


# Writing it out


@contextmanager
def _new_folder(out: Path) -> Iterator[Path]:
    """A hidden folder beside ``out`` that takes its place at the end; where anything goes wrong nothing is left of it."""
    with writing(out):
        if out.exists() and (not out.is_dir() or not is_empty(out)):
            raise RunError(f"{out} is already there and not an empty folder: choose another place.")
        make_folder(out.parent)
        folder = out.with_name(f".{out.name[:50]}.{uuid4().hex}.tmp")
        folder.mkdir()
    try:
        yield folder
        with writing(out):
            if out.exists():
                remove_empty(out)
            rename(folder, out)
            sync_folder(out.parent)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _write_run(archive: zipfile.ZipFile, table: dict[str, tuple[int, str]], checked: Checked, folder: Path, progress: Progress) -> None:
    """Everything but weights is written anew from what was understood, so that nothing else comes along."""
    preview = _clean_preview(_content(archive, PREVIEW, table)) if PREVIEW in table else None
    with writing(folder):
        (folder / "weights").mkdir()
        write_text(folder / RECIPE, recipe_text(checked.recipe))
        write_text(folder / HISTORY, history_text(checked.history))
        if preview is not None:
            write_bytes(folder / PREVIEW, preview)
    for done, epoch in enumerate(checked.epochs):
        progress(done / len(checked.epochs))
        target = folder / weights_name(epoch)
        _copy(archive, weights_name(epoch), table, target)
        with target.open("rb") as file:
            try:
                check_arrays(file, checked.plan.weight_dims)
            except ValueError as problem:
                raise ValueError(f"the weights of epoch {epoch}: {problem}") from None
    with writing(folder):
        write_text(folder / FACTS, facts_text(checked.facts))


def _copy(archive: zipfile.ZipFile, name: str, table: dict[str, tuple[int, str]], target: Path) -> None:
    digest = hashlib.sha256()
    with archive.open(name) as source, writing(target), target.open("xb") as file:
        while chunk := source.read(CHUNK_BYTES):
            digest.update(chunk)
            file.write(chunk)
        file.flush()
        sync(file.fileno())
    if digest.hexdigest() != table[name][1]:
        raise ValueError(f"its {name} was changed")


def _clean_preview(content: bytes) -> bytes:
    try:
        return clean_png(content, PREVIEW_PIXELS)
    except UnreadablePicture:
        raise ValueError("its preview is no picture") from None
