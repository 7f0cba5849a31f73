"""``pack`` and ``unpack``: a run as one file, and back."""

import json
from argparse import Namespace

from ae_workbench.core.errors import WorkbenchError
from ae_workbench.core.wording import counted
from ae_workbench.storage.archive import chosen_epochs, is_archive, pack, unpack
from ae_workbench.storage.place import check_folder_of
from ae_workbench.storage.run_folder import RunFolder


def run_pack(chosen: Namespace) -> int:
    check_folder_of(chosen.out)
    run = RunFolder.open(chosen.run_folder)
    made = pack(run, chosen.out, chosen_epochs(run, chosen.epochs))
    if chosen.json:
        print(json.dumps({"file": str(made.path), "epochs": list(made.epochs), "bytes": made.size_bytes}))
        return 0
    print(f"{counted(len(made.epochs), 'epoch')}, {made.size_bytes:,} bytes: {made.path}")
    return 0


def run_unpack(chosen: Namespace) -> int:
    if not is_archive(chosen.archive):
        raise WorkbenchError(f"{chosen.archive} is no archive: give a file that ends in .aew.")
    run = unpack(chosen.archive, chosen.out)
    if chosen.json:
        print(json.dumps({"run": str(run.path), "epochs": run.epochs()}))
        return 0
    print(f"{counted(len(run.epochs()), 'epoch')}: {run.path}")
    return 0
