"""The program as a Jupyter notebook (format 4.5)."""

import json
from typing import Any

from ae_workbench import __version__
from ae_workbench.export.exporter import Exporter, ExportRequest
from ae_workbench.export.script.cells import Program, program
from ae_workbench.export.script.data_file import data_file, files_beside
from ae_workbench.export.script.python_file import REQUIREMENTS
from ae_workbench.export.script.words import plain, text_literal
from ae_workbench.export.whole import written_whole
from ae_workbench.storage.run_folder import RunFolder

METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def write(request: ExportRequest) -> None:
    run, data = RunFolder.open(request.run), data_file(request)
    made = program(run.recipe, run.plan, run.facts.scaling, text_literal(data.path.name), data.has_labels)
    content = json.dumps(notebook_json(made, data.path.name), indent=1, ensure_ascii=False) + "\n"
    data.write()
    with written_whole(request.out) as path:
        path.write_text(content, encoding="utf-8", newline="\n")


def notebook_json(made: Program, data_name: str) -> dict[str, Any]:
    """The notebook as plain values: a heading above each piece of code."""
    needs = f" It needs `{plain(data_name)}` beside it: {made.needs}." if made.needs else ""
    about = f"# {made.title}\n\n{made.summary} Written by AE Workbench {__version__}; runs on {REQUIREMENTS}.{needs}"
    imports = [f"import {name}" for name in made.imports]
    imports += ["", "import keras", "import matplotlib.pyplot as plt", "import numpy as np", "from keras import layers"]
    cells = [_text(about), _code("\n".join(imports))]
    for cell in made.cells:
        cells += [_text(f"## {cell.title}\n\n{cell.text}".strip()), _code(cell.code)]
    named = [{"id": f"cell-{position}", **cell} for position, cell in enumerate(cells)]
    return {"cells": named, "metadata": METADATA, "nbformat": 4, "nbformat_minor": 5}


def _text(text: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "metadata": {}, "source": text.splitlines(keepends=True)}


def _code(code: str) -> dict[str, Any]:
    return {"cell_type": "code", "execution_count": None, "metadata": {}, "outputs": [], "source": code.splitlines(keepends=True)}


EXPORTER = Exporter(
    "notebook",
    "Jupyter notebook",
    "The same program in cells. Data that Keras can't download are written beside it as .npz.",
    "code",
    (".ipynb",),
    write,
    uses_epoch=False,
    beside=files_beside,
)
