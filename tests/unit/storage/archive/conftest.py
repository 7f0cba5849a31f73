"""A small finished run, its archive, and a way to make archives that say what no run says."""

import hashlib
import json
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ae_workbench.core.recipe import Choice, Recipe
from ae_workbench.storage.archive import pack
from ae_workbench.storage.run_folder import RunFolder
from tests.tiny_runs import add_preview, make_run

Forge = Callable[..., Path]


@pytest.fixture
def run(tmp_path: Path) -> RunFolder:
    return add_preview(make_run(tmp_path / "run"))


@pytest.fixture
def archive(run: RunFolder, tmp_path: Path) -> Path:
    return pack(run, tmp_path / "run.aew").path


@pytest.fixture
def forge(archive: Path, tmp_path: Path) -> Forge:
    """A copy of the archive with other members (none where None), each with its right size and digest in the manifest."""

    def make(changes: Mapping[str, bytes | None], manifest: Mapping[str, Any] | None = None) -> Path:
        with zipfile.ZipFile(archive) as old:
            members: dict[str, bytes | None] = {name: old.read(name) for name in old.namelist()}
        listing = {**json.loads(members.pop("manifest.json") or b""), **(manifest or {})}
        members |= changes
        kept = {name: content for name, content in members.items() if content is not None}
        if "files" not in (manifest or {}):
            listing["files"] = {name: {"bytes": len(it), "sha256": hashlib.sha256(it).hexdigest()} for name, it in kept.items()}
        forged = tmp_path / "forged.aew"
        with zipfile.ZipFile(forged, "w") as new:
            for name, content in {"manifest.json": json.dumps(listing).encode(), **kept}.items():
                new.writestr(zipfile.ZipInfo(name), content)
        return forged

    return make


def with_data(recipe: Recipe, path: str) -> Recipe:
    return replace(recipe, data=Choice("images", {"path": path}))
