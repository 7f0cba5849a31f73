"""The manifest of an archive: its kind, its version, and the steps from an older one."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from ae_workbench.core.errors import ArchiveError
from ae_workbench.storage.archive.migrate import Contents, migrate
from tests.unit.storage.archive.conftest import Forge
from tests.unit.storage.archive.forging import refused


@pytest.mark.parametrize(
    ("manifest", "says"),
    [
        ({"version": 2}, "format version 2, but this program knows up to 1: please update it"),
        ({"version": 10**9}, "please update it"),
        ({"version": 0}, "never was"),
        ({"version": "1"}, "never was"),
        ({"version": True}, "never was"),
        ({"format": "zoo"}, "doesn't say that it is one"),
        ({"files": []}, "lists no files"),
        ({"files": {}}, "lists other files"),
        ({"files": {"recipe.json": 5}}, "manifest is broken"),
    ],
)
def test_a_manifest_of_another_kind_is_refused(manifest: Mapping[str, Any], says: str, forge: Forge, tmp_path: Path) -> None:
    assert says in refused(forge({}, manifest=manifest), tmp_path)


def test_a_newer_version_may_have_other_members_and_still_asks_for_an_update(forge: Forge, tmp_path: Path) -> None:
    assert "please update" in refused(forge({"sound.ogg": b"x"}, manifest={"version": 7}), tmp_path)


def test_older_versions_take_one_step_after_another() -> None:
    def renamed(contents: Contents) -> Contents:
        return Contents(contents.manifest, {"variant": contents.recipe["model"]}, contents.facts, contents.history)

    def louder(contents: Contents) -> Contents:
        return Contents(contents.manifest, {"variant": contents.recipe["variant"].upper()}, contents.facts, contents.history)

    steps = {1: renamed, 2: louder}
    oldest = migrate(Contents({"version": 1}, {"model": "deep"}, None, b""), steps, newest=3)
    middle = migrate(Contents({"version": 2}, {"variant": "deep"}, None, b""), steps, newest=3)
    assert oldest.recipe == middle.recipe == {"variant": "DEEP"}
    assert oldest.manifest["version"] == 3
    with pytest.raises(ArchiveError, match="please update"):
        migrate(Contents({"version": 4}, {}, None, b""), steps, newest=3)
