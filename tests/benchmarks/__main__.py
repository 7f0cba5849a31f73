"""``python3 packaging/dev.py bench``: measures, prints a table, and JSON with ``--json``."""

import argparse
import json
import os
import platform
import sys
from pathlib import Path

from ae_workbench.core.recipe import Choice
from ae_workbench.data.dataset import Dataset
from ae_workbench.data.loading import choice_for
from ae_workbench.engine.datasets import load
from ae_workbench.engine.quiet import import_keras_quietly
from ae_workbench.variants import VARIANTS


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench", description="Seconds per epoch, ours against plain Keras.")
    parser.add_argument("--data", help="a data set's name or file (MNIST where AE_WORKBENCH_DATA has it, otherwise the built-in digits)")
    parser.add_argument("--variants", nargs="+", default=list(VARIANTS.keys), choices=VARIANTS.keys, metavar="VARIANT")
    parser.add_argument("--epochs", type=int, default=3, help="measured epochs per round (3)")
    parser.add_argument("--rounds", type=int, default=2, help="alternations (2)")
    parser.add_argument("--batch", type=int, help="batch size (256 for dense variants, 128 for the others)")
    parser.add_argument("--tiny", action="store_true", help="a few images only, to see that everything works")
    parser.add_argument("--json", type=Path, help="also write the rows to this file")
    chosen = parser.parse_args()
    dataset = _dataset(chosen.data)
    if chosen.tiny:
        dataset = dataset.limited(200)
    import_keras_quietly()
    from tests.benchmarks.training import measure

    rows = measure(dataset, chosen.variants, chosen.epochs, chosen.rounds, chosen.batch)
    print(f"{dataset.name}, {len(dataset.train):,} images, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}")
    print("| variant | batch | plain Keras s/epoch | AE Workbench s/epoch | ratio |\n|---|---|---|---|---|")
    for row in rows:
        print(f"| {row['variant']} | {row['batch']} | {row['plain_seconds']:.3f} | {row['our_seconds']:.3f} | {row['ratio']:.2f}× |")
    if chosen.json:
        chosen.json.write_text(json.dumps({"data": dataset.name, "examples": len(dataset.train), "rows": rows}, indent=2) + "\n")
    return 0


def _dataset(text: str | None) -> Dataset:
    shared = Path(os.environ.get("AE_WORKBENCH_DATA", "")) / "mnist.npz"
    if text is None and shared.is_file():
        text = str(shared)
    return load(choice_for(text) if text else Choice("digits"))


if __name__ == "__main__":
    sys.exit(main())
