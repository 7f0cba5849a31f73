"""Members for forged archives, and the sentence with which an archive is refused."""

import io
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ae_workbench.core.errors import ArchiveError, WorkbenchError
from ae_workbench.core.recipe import recipe_to_json
from ae_workbench.storage.archive import unpack
from ae_workbench.storage.facts import facts_to_json
from ae_workbench.storage.run_folder import RunFolder
from tests.tiny_runs import RECIPE


def npz(*arrays: np.ndarray, packed: bool = False) -> bytes:
    file = io.BytesIO()
    (np.savez_compressed if packed else np.savez)(file, **{f"{at:03d}": array for at, array in enumerate(arrays)})
    return file.getvalue()


def text(values: Any) -> bytes:
    return json.dumps(values).encode()


def recipe(**changes: Any) -> bytes:
    return text({**recipe_to_json(RECIPE), **changes})


def facts(run: RunFolder, **changes: Any) -> bytes:
    return text({**facts_to_json(run.facts), **changes})


def shapes(run: RunFolder) -> list[np.ndarray]:
    return [np.ones(dims, np.float32) for dims in run.plan.weight_dims]


def refused(path: Path, tmp_path: Path, *kinds: type[WorkbenchError]) -> str:
    """The sentence; nothing else may have come of it."""
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(kinds or ArchiveError) as failure:
        unpack(path, tmp_path / "out")
    assert sorted(tmp_path.rglob("*")) == before
    said = str(failure.value)
    assert "\n" not in said and len(said) < 400
    return said
