"""``evaluate``, ``encode``, ``decode`` and ``reconstruct``: what a run does to data."""

import json
import sys
from argparse import Namespace
from dataclasses import replace

from ae_workbench.cli.loading import chosen_split, load_choice, other_data
from ae_workbench.core.errors import WorkbenchError
from ae_workbench.core.recipe import Choice
from ae_workbench.core.wording import counted
from ae_workbench.data.checks import check_fits
from ae_workbench.data.dataset import Dataset, SplitName
from ae_workbench.engine.looking import is_own
from ae_workbench.engine.snapshot import Snapshot, open_snapshot
from ae_workbench.storage.place import check_place, written_to
from ae_workbench.storage.run_folder import RunFolder

MOST_PAIRS = 1000


def run_evaluate(chosen: Namespace) -> int:
    run = RunFolder.open(chosen.run_folder)
    other = other_data(chosen, run)
    dataset, name = _looked_at(chosen, run, other)
    snapshot = _snapshot(chosen, run, dataset)
    from ae_workbench.engine.evaluation import evaluate

    split = dataset.split(name)
    found = evaluate(snapshot, split, snapshot.scaling)
    if chosen.json:
        about = {"run": str(chosen.run_folder), "epoch": snapshot.epoch, "data": dataset.name, "split": name, "examples": len(split)}
        print(json.dumps({**about, "metrics": found}, ensure_ascii=False))
        return 0
    print(f"{'examples':<15} {len(split)}")
    for metric, value in found.items():
        print(f"{metric:<15} {value:.5g}")
    return 0


def run_encode(chosen: Namespace) -> int:
    """The export of codes, by a shorter name."""
    from ae_workbench.export.exporters import EXPORTERS, ExportRequest, check, export

    exporter, run = EXPORTERS["codes"], RunFolder.open(chosen.run_folder)
    other = other_data(chosen, run)
    request = ExportRequest(run.path, chosen.out, chosen.epoch, data=other, split=chosen_split(chosen, other))
    check(exporter, request)
    dataset, name = _looked_at(chosen, run, other)
    export(exporter, replace(request, dataset=dataset, split=name))
    count = len(dataset.split(name))
    print(f"{counted(count, 'code')} of {counted(run.plan.code_size, 'number')}: {chosen.out}")
    return 0


def run_decode(chosen: Namespace) -> int:
    check_place(chosen.out, (".npz",))
    run = RunFolder.open(chosen.run_folder)
    from ae_workbench.export.codes import read_codes, write_decoded

    codes = read_codes(chosen.codes, run.plan.code_dims)
    snapshot = _snapshot(chosen, run)
    decoded = snapshot.decode(codes)
    with written_to(chosen.out):
        write_decoded(chosen.out, decoded, snapshot.scaling, snapshot.plan.shape)
    print(f"{counted(len(decoded), snapshot.plan.shape.kind)}: {chosen.out}")
    return 0


def run_reconstruct(chosen: Namespace) -> int:
    check_place(chosen.out, (".png",))
    if not 1 <= chosen.count <= MOST_PAIRS:
        raise WorkbenchError(f"A picture can have 1 to {MOST_PAIRS} examples, not {chosen.count}.")
    run = RunFolder.open(chosen.run_folder)
    dataset, name = _looked_at(chosen, run, other_data(chosen, run))
    snapshot = _snapshot(chosen, run, dataset)
    from ae_workbench.export.pairs import write_pairs

    split = dataset.split(name).first(chosen.count)
    with written_to(chosen.out):
        write_pairs(chosen.out, snapshot, split)
    print(f"{counted(len(split), 'pair')}: {chosen.out}")
    return 0


def _snapshot(chosen: Namespace, run: RunFolder, dataset: Dataset | None = None) -> Snapshot:
    """The run at the chosen epoch; data of another shape are refused before anything slow is imported."""
    if dataset is not None:
        check_fits(dataset, run.facts.shape)
    return open_snapshot(chosen.run_folder, chosen.epoch)


def _looked_at(chosen: Namespace, run: RunFolder, other: Choice | None) -> tuple[Dataset, SplitName]:
    """Other data, or the run's own, wherever they lie now: of these no more than it was trained on, by default its test examples."""
    dataset = load_choice(other or run.recipe.data, to_learn=False)
    if is_own(run, dataset):
        return dataset.limited(run.recipe.limit), chosen_split(chosen, None)
    if other is None:
        print(f"ae-workbench: The data of {run.path} are no longer those that it was trained on.", file=sys.stderr)
        return dataset.limited(run.recipe.limit), chosen_split(chosen, None)
    return dataset, chosen_split(chosen, other)
