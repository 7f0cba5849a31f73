"""``evaluate``, ``encode``, ``decode`` and ``reconstruct``: what a run does to data."""

import json
from argparse import Namespace
from pathlib import Path

from ae_workbench.cli.loading import load_named
from ae_workbench.core.errors import DataError, WorkbenchError
from ae_workbench.core.wording import counted
from ae_workbench.data.dataset import Dataset, Split
from ae_workbench.engine.snapshot import Snapshot, open_snapshot
from ae_workbench.storage.run_folder import RunFolder


def run_evaluate(chosen: Namespace) -> int:
    dataset = _dataset(chosen)
    snapshot = _snapshot(chosen, dataset)
    from ae_workbench.engine.evaluation import evaluate

    found = evaluate(snapshot, _split(chosen, dataset), snapshot.scaling)
    if chosen.json:
        about = {"run": str(chosen.run_folder), "epoch": snapshot.epoch, "data": dataset.name}
        print(json.dumps({**about, "metrics": found}, ensure_ascii=False))
        return 0
    for name, value in found.items():
        print(f"{name:<15} {value:.5g}")
    return 0


def run_encode(chosen: Namespace) -> int:
    _check_ending(chosen.out, ".npz", ".csv")
    dataset = _dataset(chosen)
    snapshot = _snapshot(chosen, dataset)
    from ae_workbench.engine.evaluation import encode_split
    from ae_workbench.export.codes import write_codes

    split = _split(chosen, dataset)
    codes = encode_split(snapshot, split, snapshot.scaling)
    write_codes(chosen.out, codes, split.labels)
    print(f"{counted(len(codes), 'code')} of {counted(codes[0].size, 'number')}: {chosen.out}")
    return 0


def run_decode(chosen: Namespace) -> int:
    _check_ending(chosen.out, ".npz")
    run = RunFolder.open(chosen.run_folder)
    from ae_workbench.export.codes import read_codes, write_decoded

    codes = read_codes(chosen.codes, run.plan.code_dims)
    snapshot = _snapshot(chosen)
    decoded = snapshot.decode(codes)
    write_decoded(chosen.out, decoded, snapshot.scaling, snapshot.plan.shape)
    print(f"{counted(len(decoded), snapshot.plan.shape.kind)}: {chosen.out}")
    return 0


def run_reconstruct(chosen: Namespace) -> int:
    _check_ending(chosen.out, ".png")
    dataset = _dataset(chosen)
    snapshot = _snapshot(chosen, dataset)
    from ae_workbench.export.pairs import write_pairs

    count = write_pairs(chosen.out, snapshot, _split(chosen, dataset).first(chosen.count))
    print(f"{counted(count, 'pair')}: {chosen.out}")
    return 0


def _snapshot(chosen: Namespace, dataset: Dataset | None = None) -> Snapshot:
    """The run at the chosen epoch; data of another shape are refused before anything slow is imported."""
    wanted = RunFolder.open(chosen.run_folder).facts.shape
    if dataset is not None and dataset.shape != wanted:
        raise DataError(f"The run was trained on {wanted} data, but {dataset.name} is {dataset.shape}: choose data of the same shape.")
    return open_snapshot(chosen.run_folder, chosen.epoch)


def _dataset(chosen: Namespace) -> Dataset:
    return load_named(chosen.data, RunFolder.open(chosen.run_folder).recipe.data)


def _split(chosen: Namespace, dataset: Dataset) -> Split:
    return dataset.train if chosen.split == "train" else dataset.test


def _check_ending(path: Path, *endings: str) -> None:
    if path.suffix.lower() not in endings:
        raise WorkbenchError(f"The file {path} must end in {' or '.join(endings)}.")
    if not path.parent.is_dir():
        raise WorkbenchError(f"The folder {path.parent} doesn't exist: make it first, or choose another.")
