"""Runs the command that was asked for, and says in a sentence what is wrong."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from ae_workbench.cli.parser import ENGLISH, make_parser
from ae_workbench.cli.printing import Unheard, print_any_character, told
from ae_workbench.core.errors import WorkbenchError
from ae_workbench.core.exit_codes import FAILED, INTERRUPTED, WRONG_INPUT

Say = Callable[[str], str]
WordsIn = Callable[[str], Say]
"""Gives what says sentences in a language, such as "zh_CN"."""


def only_english(language: str) -> Say:
    """Where nothing else is put in."""
    if language != ENGLISH:
        raise WorkbenchError(f"This program was put together without the language “{language}”: leave --language out.")
    return str


def main(arguments: Sequence[str], words_in: WordsIn = only_english) -> int:
    """Run one command; gives its exit code: 0 done, 1 failed, 2 wrong input, 130 interrupted."""
    try:
        print_any_character()
        with told():
            chosen = make_parser().parse_args(arguments)
            _open_archive(chosen)
            return _run(chosen, words_in)
    except WorkbenchError as problem:
        print(f"ae-workbench: {problem}", file=sys.stderr)
        return WRONG_INPUT
    except KeyboardInterrupt:
        return INTERRUPTED
    except Unheard as problem:
        if problem.why:
            print(f"ae-workbench: {problem}", file=sys.stderr)
        return FAILED


def _open_archive(chosen: argparse.Namespace) -> None:
    """Where a run, or its recipe, is only read it may be an archive."""
    for name in ("run_folder", "recipe"):
        path = getattr(chosen, name, None)
        if path is None or not str(path).lower().endswith(".aew") or (name, chosen.command) == ("run_folder", "train"):
            continue
        from ae_workbench.storage.archive import opened_run

        setattr(chosen, name, type(path)(opened_run(Path(path))))
        chosen.archive = Path(path)


def _run(chosen: argparse.Namespace, words_in: WordsIn) -> int:
    """Import a command's module only when it is wanted, so that help comes at once."""
    if chosen.command in ("list", "plan"):
        from ae_workbench.cli import listing

        return {"list": listing.run_list, "plan": listing.run_plan}[chosen.command](chosen)
    if chosen.command == "train":
        from ae_workbench.cli.training import run_train

        return run_train(chosen)
    if chosen.command == "diagnose":
        from ae_workbench.cli.diagnosing import run_diagnose

        return run_diagnose(chosen)
    if chosen.command == "sweep":
        from ae_workbench.cli.sweeping import run_sweep

        return run_sweep(chosen)
    if chosen.command == "export":
        from ae_workbench.cli.exporting import run_export

        return run_export(chosen)
    if chosen.command == "clean":
        from ae_workbench.cli.cleaning import run_clean

        return run_clean(chosen)
    if chosen.command == "figure":
        from ae_workbench.cli.figures import run_figure

        return run_figure(chosen)
    if chosen.command == "article":
        from ae_workbench.cli.article import run_article

        return run_article(chosen, words_in(chosen.language))
    if chosen.command in ("pack", "unpack"):
        from ae_workbench.cli import packing

        return {"pack": packing.run_pack, "unpack": packing.run_unpack}[chosen.command](chosen)
    from ae_workbench.cli import using

    commands = {
        "evaluate": using.run_evaluate,
        "encode": using.run_encode,
        "decode": using.run_decode,
        "reconstruct": using.run_reconstruct,
    }
    return commands[chosen.command](chosen)
