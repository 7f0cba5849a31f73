"""Archives of older versions, brought up to the newest one step at a time.

Version 1 is the first. When the format changes, ``VERSION`` goes up by one, the step from the version before joins ``STEPS``, and an
archive as the old program wrote it joins the tests' data.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ae_workbench.core.errors import ArchiveError
from ae_workbench.core.foreign import shown
from ae_workbench.storage.archive.limits import VERSION


@dataclass(frozen=True)
class Contents:
    """The small members of an archive as plain values; of the history, its bytes."""

    manifest: Mapping[str, Any]
    recipe: Any
    facts: Any
    history: bytes


Step = Callable[[Contents], Contents]
STEPS: Mapping[int, Step] = {}


def check_version(version: object, newest: int = VERSION) -> int:
    """The version, if this program can bring it up to the newest. Raises ``ArchiveError``."""
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise ArchiveError(f"This archive has the format version {shown(version)}, which never was: get it again.")
    if version > newest:
        raise ArchiveError(f"This archive has format version {version}, but this program knows up to {newest}: please update it.")
    return version


def migrate(contents: Contents, steps: Mapping[int, Step] = STEPS, newest: int = VERSION) -> Contents:
    """The same as the newest version has it. Raises as ``check_version`` does."""
    for version in range(check_version(contents.manifest.get("version"), newest), newest):
        contents = steps[version](contents)
        contents = replace(contents, manifest={**contents.manifest, "version": version + 1})
    return contents
