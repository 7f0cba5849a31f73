"""Run in a process of its own, away from the project: runs exported programs and tells the losses of their first epoch.

Usage: ``python -I run_scripts.py FILE…``. One JSON object with ``history`` by file name goes to the standard output.
"""

import contextlib
import json
import os
import runpy
import sys
from pathlib import Path

sys.modules["ae_workbench"] = None  # importing it is an error from here on
os.environ["MPLBACKEND"] = "Agg"


def run(path):
    """The names that a program leaves."""
    if path.suffix == ".py":
        return runpy.run_path(str(path), run_name="__main__")
    os.chdir(path.parent)
    names = {"__name__": "__main__"}
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] == "code":
            exec("".join(cell["source"]), names)
    return names


def main(paths):
    histories = {}
    for path in paths:
        with contextlib.redirect_stdout(sys.stderr):
            names = run(path)
        pyplot = names["plt"]
        figures = [pyplot.figure(number) for number in pyplot.get_fignums()]
        drawn = sum(len(axes.images) + len(axes.lines) + len(axes.collections) for figure in figures for axes in figure.axes)
        histories[path.name] = {**names["history"].history, "figures": len(figures), "drawn": drawn}
        pyplot.close("all")
    print(json.dumps(histories))


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
