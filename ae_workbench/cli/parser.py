"""The words and options of every command. Imports nothing that help would have to wait for."""

import argparse
from pathlib import Path
from typing import NoReturn, TypeAlias

from ae_workbench import __version__
from ae_workbench.cli.figure_options import add_figure
from ae_workbench.cli.numbers import whole
from ae_workbench.cli.sweep_options import add_sweep
from ae_workbench.core.errors import WorkbenchError

ENGLISH = "en"
EPILOG = (
    "Without a command, or with a run folder or recipe alone, the window opens. "
    "“tour --out DIR” drives the window by itself and writes pictures of it."
)


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence."""

    def error(self, message: str) -> NoReturn:
        raise WorkbenchError(f"{message[:1].upper()}{message[1:]} (see {self.prog} --help).")


Commands: TypeAlias = "argparse._SubParsersAction[Parser]"


def make_parser() -> argparse.ArgumentParser:
    """The whole command line."""
    parser = Parser(prog="ae-workbench", description="Learn, explore and use autoencoders.", epilog=EPILOG)
    parser.add_argument("--version", action="version", version=f"AE Workbench {__version__}")
    commands = parser.add_subparsers(title="commands", dest="command", metavar="COMMAND", required=True, parser_class=Parser)
    _add_listing(commands)
    _add_training(commands)
    _add_using(commands)
    _add_cleaning(commands)
    _add_exporting(commands)
    _add_packing(commands)
    _add_article(commands)
    return parser


def _add_listing(commands: Commands) -> None:
    help_text = "list variants, presets, data sets, export formats, kinds of figures, sweeps, or the article's chapters and experiments"
    command = commands.add_parser("list", help=help_text)
    whats = ("variants", "presets", "datasets", "exporters", "figures", "sweeps", "chapters", "experiments")
    command.add_argument("what", choices=whats)
    _add_json(command)

    command = commands.add_parser("plan", help="show the layers, shapes and parameters of a recipe; needs no TensorFlow")
    _add_recipe(command)
    _add_json(command)


def _add_training(commands: Commands) -> None:
    command = commands.add_parser("train", help="train a recipe into a run folder, or go on with one")
    _add_recipe(command, optional=True)
    command.add_argument("--epochs", type=whole, metavar="N", help="epochs to end at")
    command.add_argument("--limit", type=whole, metavar="N", help="take only the first N training examples")
    command.add_argument(
        "--seed",
        type=whole,
        metavar="N",
        help="start of the training's random numbers (--set data.seed=N: those that choose the test examples)",
    )
    command.add_argument("--run", type=Path, metavar="DIR", dest="run_folder", help="folder to keep the run in (new or empty)")
    command.add_argument("--resume", type=Path, metavar="DIR", help="go on with the run in this folder")
    command.add_argument("--tensorboard", type=Path, metavar="DIR", help="write TensorBoard event files")
    command.add_argument(
        "--devices", choices=("one", "all"), default="one", help="train on one GPU, or share each batch out over all (one)"
    )
    _add_json(command, "print one JSON object a line for each event")
    add_sweep(commands.add_parser("sweep", help="train a recipe many times with one or two parameters varied, or go on with a sweep"))


def _add_using(commands: Commands) -> None:
    command = commands.add_parser("evaluate", help="measure a run on test data (a denoiser on noisy examples)")
    _add_run(command)
    _add_json(command)

    command = commands.add_parser("diagnose", help="say what is wrong with a run, and what to do about it")
    _add_run(command, split=False)
    _add_json(command)

    command = commands.add_parser("encode", help="write the codes of examples (of a denoiser: of clean ones)")
    _add_run(command)
    command.add_argument("--out", type=Path, required=True, metavar="FILE", help="codes.npz or codes.csv")

    command = commands.add_parser("decode", help="write what codes decode to")
    _add_run(command, data=False)
    command.add_argument("--codes", type=Path, required=True, metavar="FILE", help="codes.npz or codes.csv")
    command.add_argument("--out", type=Path, required=True, metavar="FILE", help="images.npz")

    command = commands.add_parser("reconstruct", help="write a picture of examples over their reconstructions")
    _add_run(command)
    command.add_argument("--count", type=whole, default=10, metavar="N", help="how many examples (10)")
    command.add_argument("--out", type=Path, required=True, metavar="FILE", help="pairs.png")


def _add_cleaning(commands: Commands) -> None:
    command = commands.add_parser("clean", help="clean pages or sounds of any size")
    _add_run(command, data=False)
    command.add_argument("files", nargs="+", type=Path, metavar="FILE|FOLDER", help="pictures of pages, or WAV files for a run on sounds")
    command.add_argument("--out", type=Path, required=True, metavar="FILE|FOLDER", help="the cleaned file, or a folder for several")
    help_text = "the clean version of one file, or a folder of them with the same names: measure before and after, beside plain filters"
    command.add_argument("--clean", type=Path, metavar="FILE|FOLDER", help=help_text)
    command.add_argument("--overwrite", action="store_true", help="replace files of the same names in the folder")
    _add_json(command)


def _add_exporting(commands: Commands) -> None:
    command = commands.add_parser("export", help="write a run for other tools: its model, a script, its numbers")
    command.add_argument("run_folder", type=Path, metavar="RUN", help="a run folder or .aew file")
    command.add_argument("format", metavar="FORMAT", help="a format's name (ae-workbench list exporters)")
    command.add_argument("--out", type=Path, required=True, metavar="PATH", help="the file or new folder to write")
    command.add_argument("--part", choices=("whole", "encoder", "decoder"), help="part of the model (whole)")
    _add_epoch_and_data(command)
    _add_json(command)

    command = commands.add_parser("figure", help="draw a run as a figure for a paper: reconstructions, latent plane, curves and others")
    add_figure(command)
    _add_epoch_and_data(command)


def _add_packing(commands: Commands) -> None:
    command = commands.add_parser("pack", help="write a run as one file to keep or share")
    command.add_argument("run_folder", type=Path, metavar="RUN", help="a run folder or .aew file")
    command.add_argument("--out", type=Path, required=True, metavar="FILE.aew", help="the file to write")
    help_text = "which epochs' weights: selection (first, best, last and some between), all, last, best, or numbers such as 1,5,10"
    command.add_argument("--epochs", default="selection", metavar="WHICH", help=help_text)
    _add_json(command)

    command = commands.add_parser("unpack", help="make a run folder of such a file; nothing in it is run or trusted")
    command.add_argument("archive", type=Path, metavar="FILE.aew", help="the file")
    command.add_argument("--out", type=Path, required=True, metavar="DIR", help="a folder that is not there yet, or empty")
    _add_json(command)


def _add_article(commands: Commands) -> None:
    command = commands.add_parser("article", help="work through the article chapter by chapter, and write a report (HTML and PDF)")
    command.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder for report.html and report.pdf")
    command.add_argument("--data", metavar="NAME|PATH", help="images to use; mnist is what the article took (digits)")
    command.add_argument("--quick", action="store_true", help="fewer images and epochs: minutes, but no numbers to compare")
    help_text = "chapters, which mean all that stands in them, or experiments (ae-workbench list chapters|experiments)"
    command.add_argument("--only", nargs="+", default=[], metavar="KEY", help=help_text)
    command.add_argument("--anew", action="store_true", help="work out again what is there already; models are kept")
    command.add_argument("--language", choices=(ENGLISH, "zh_CN"), default=ENGLISH, help="of the report (en)")
    _add_json(command, "print one JSON object a line for each event")


def _add_recipe(command: argparse.ArgumentParser, optional: bool = False) -> None:
    command.add_argument(
        "recipe",
        nargs="?" if optional else None,
        metavar="PRESET|RECIPE.json|RUN",
        help="a preset's name, a recipe file, or a run whose recipe to take",
    )
    command.add_argument("--data", metavar="NAME|PATH", help="a data set's name, or a file or folder")
    command.add_argument("--set", action="append", default=[], metavar="key=value", dest="settings", help="change a parameter (repeatable)")


def _add_run(command: argparse.ArgumentParser, data: bool = True, split: bool = True) -> None:
    command.add_argument("run_folder", type=Path, metavar="RUN", help="a run folder or .aew file")
    _add_epoch_and_data(command, data, split)


def _add_epoch_and_data(command: argparse.ArgumentParser, data: bool = True, split: bool = True) -> None:
    command.add_argument("--epoch", type=whole, metavar="N", help="a stored epoch (the newest)")
    if data:
        command.add_argument("--data", metavar="NAME|PATH", help="a data set's name, or a file or folder (the run's own)")
    if data and split:
        help_text = "which examples (test; all of a file or folder that isn't the run's own)"
        command.add_argument("--split", choices=("test", "train", "all"), help=help_text)


def _add_json(command: argparse.ArgumentParser, text: str = "print JSON") -> None:
    command.add_argument("--json", action="store_true", help=text)
