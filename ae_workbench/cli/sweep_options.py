"""The options of ``sweep``."""

import argparse
from pathlib import Path

from ae_workbench.cli.numbers import whole

VARY_HELP = (
    "a parameter and its values (once or twice): code_size=2,4,8 · learning_rate=log:1e-4:1e-2:5 · hidden=128-64,256,none; "
    "for a sampler also a range without steps: learning_rate=log:1e-4:1e-2 (the code size, or the last filters, over powers of two)"
)

SAMPLER_HELP = "every combination, or those that a sampler picks (grid; with --trials or a range without steps tpe)"
PLOT_HELP = "draw parallel, rate or map as a .png, .svg or .pdf file (repeatable)"


def add_sweep(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "recipe", metavar="PRESET|RECIPE.json|SWEEP", help="a preset or recipe to vary, or a sweep's folder or file to go on with"
    )
    command.add_argument("--vary", action="append", default=[], metavar="NAME=VALUES", help=VARY_HELP)
    command.add_argument(
        "--set", action="append", default=[], metavar="key=value", dest="settings", help="change a parameter for all trials"
    )
    command.add_argument("--seeds", metavar="1,2,3", help="train every combination once with each of these seeds (the recipe's)")
    command.add_argument("--sampler", choices=("grid", "random", "tpe"), help=SAMPLER_HELP)
    command.add_argument("--trials", type=whole, metavar="N", help="how many combinations random or tpe picks")
    command.add_argument("--objective", metavar="METRIC", help="what trials are judged by (val_reconstruction)")
    command.add_argument("--prune", action="store_true", help="end trials early that do worse than half of the others")
    command.add_argument("--epochs", type=whole, metavar="N", help="epochs of each trial")
    command.add_argument("--limit", type=whole, metavar="N", help="take only the first N training examples")
    command.add_argument("--data", metavar="NAME|PATH", help="a data set's name, or a file or folder")
    command.add_argument("--workers", type=whole, metavar="N", help="processes that train at once (one for each core but one)")
    command.add_argument("--threads", type=whole, metavar="N", help="cores that each of them computes with (1)")
    command.add_argument("--memory-gb", type=float, metavar="X", help="memory that each of them may take")
    command.add_argument("--cluster", metavar="ADDRESS", help="train on a Ray cluster, such as ray://HOST:10001, not on this computer")
    command.add_argument("--out", type=Path, metavar="DIR", help="folder to keep a new sweep in (new or empty)")
    command.add_argument("--csv", type=Path, metavar="FILE", help="write the table of trials as .csv or .npz")
    command.add_argument("--means", type=Path, metavar="FILE", help="write mean, SD and number of each combination as .csv or .npz")
    command.add_argument("--plot", action="append", default=[], metavar="KIND=FILE", dest="plots", help=PLOT_HELP)
    command.add_argument("--json", action="store_true", help="print one JSON object a line for each event")
