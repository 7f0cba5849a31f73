"""``export``: a run written for other tools."""

import json
from argparse import Namespace
from dataclasses import replace

from ae_workbench.cli.loading import chosen_split, other_data, shown_progress
from ae_workbench.core.errors import WorkbenchError
from ae_workbench.export.exporters import EXPORTERS, Exporter, ExportRequest, export
from ae_workbench.storage.run_folder import RunFolder


def run_export(chosen: Namespace) -> int:
    exporter = EXPORTERS[chosen.format]
    _check_options(exporter, chosen)
    run = RunFolder.open(chosen.run_folder)
    other = other_data(chosen, run)
    request = ExportRequest(
        run.path, chosen.out, chosen.epoch, chosen.part or "whole", other, chosen_split(chosen, other)
    )  # fmt: skip
    with shown_progress() as progress:
        export(exporter, replace(request, progress=progress))
    if chosen.json:
        print(json.dumps(_facts(exporter, request), ensure_ascii=False))
    else:
        print(f"{exporter.label}: {chosen.out}")
    return 0


def _check_options(exporter: Exporter, chosen: Namespace) -> None:
    for option, given, counts in (
        ("--part", chosen.part, bool(exporter.parts)),
        ("--epoch", chosen.epoch is not None, exporter.uses_epoch),
        ("--data", chosen.data, exporter.uses_data),
        ("--split", chosen.split, exporter.uses_data),
    ):
        if given and not counts:
            raise WorkbenchError(f"{option} means nothing for the format {exporter.key}: leave it out.")


def _facts(exporter: Exporter, request: ExportRequest) -> dict[str, object]:
    facts: dict[str, object] = {"run": str(request.run), "format": exporter.key, "out": str(request.out)}
    if exporter.parts:
        facts["part"] = request.part
    if exporter.uses_epoch:
        facts["epoch"] = request.stored_epoch
    return facts
