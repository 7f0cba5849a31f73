"""The program as one Python file."""

import textwrap

from ae_workbench import __version__
from ae_workbench.export.exporter import Exporter, ExportRequest
from ae_workbench.export.script.cells import Program, program
from ae_workbench.export.script.data_file import data_file, files_beside
from ae_workbench.export.script.words import WIDTH, comment, plain, text_literal
from ae_workbench.export.whole import written_whole
from ae_workbench.storage.run_folder import RunFolder

REQUIREMENTS = "Keras 3.15 or later with TensorFlow, NumPy and matplotlib"


def write(request: ExportRequest) -> None:
    run, data = RunFolder.open(request.run), data_file(request)
    beside = f"Path(__file__).with_name({text_literal(data.path.name)})"
    made = program(run.recipe, run.plan, run.facts.scaling, beside, data.has_labels)
    text = script_text(made, data.path.name)
    compile(text, request.out.name, "exec", dont_inherit=True)
    data.write()
    with written_whole(request.out) as path:
        path.write_text(text, encoding="utf-8", newline="\n")


def script_text(made: Program, data_name: str) -> str:
    """The program with its headings as comments. Editors that know “# %%” run it cell by cell."""
    needs = f" It needs {plain(data_name)} beside it: {made.needs}." if made.needs else ""
    about = f"{made.summary} Written by AE Workbench {__version__}; runs on {REQUIREMENTS}.{needs}"
    head = f'"""{made.title}, an autoencoder in Keras.\n\n{textwrap.fill(about, WIDTH, break_long_words=False)}\n"""'
    imports = [f"import {name}" for name in made.imports]
    if made.needs:
        imports.append("from pathlib import Path")
    imports += ["", "import keras", "import matplotlib.pyplot as plt", "import numpy as np", "from keras import layers"]
    parts = [head, "\n".join(imports)]
    for cell in made.cells:
        apart = "\n" if cell.code.startswith(("def ", "class ")) else ""
        parts.append(apart + "\n".join(line for line in (f"# %% {cell.title}", comment(cell.text), cell.code) if line))
    return "\n\n".join(parts) + "\n"


EXPORTER = Exporter(
    "script",
    "Keras script",
    "A short Python program that rebuilds, trains and plots this recipe with Keras, NumPy and matplotlib alone. "
    "Data that Keras can't download are written beside it as .npz.",
    "code",
    (".py",),
    write,
    uses_epoch=False,
    beside=files_beside,
)
