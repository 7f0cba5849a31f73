"""The text of exported programs: short, tidy Python in which nothing of a stranger's recipe becomes code. No TensorFlow."""

import ast
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import nbformat
import numpy as np
import pytest

from ae_workbench.core.errors import WorkbenchError
from ae_workbench.core.layers import ACTIVATIONS
from ae_workbench.core.recipe import OPTIMIZERS, Choice, Recipe
from ae_workbench.data.loading import load
from ae_workbench.export.exporters import EXPORTERS, ExportRequest, export
from ae_workbench.export.script.training import NOISE
from ae_workbench.export.script.training import OPTIMIZERS as KERAS_OPTIMIZERS
from ae_workbench.export.script.words import WIDTH, plain
from ae_workbench.storage.run_folder import RunFolder
from ae_workbench.storage.samples import samples_home
from ae_workbench.variants import VARIANTS
from ae_workbench.variants.recipes import find_recipe, presets, with_settings

LONGEST = 200
DIGITS = Choice("digits")
FEW_PAGES, FEW_SOUNDS = Choice("pages", {"pages": 3, "patches": 8}), Choice("sounds", {"sounds": 3, "pieces": 8})


def make_run(path: Path, recipe: Recipe) -> Path:
    RunFolder.create(path, recipe, load(recipe.data))
    return path


def write(run: Path, out: Path) -> str:
    export(EXPORTERS["script" if out.suffix == ".py" else "notebook"], ExportRequest(run, out))
    return out.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def programs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The script of each preset and of some unusual recipes."""
    folder = tmp_path_factory.mktemp("programs")
    recipes = {key: preset.on(DIGITS, 0) for key, preset in presets().items()}
    recipes["documents"] = replace(recipes["documents"], data=FEW_PAGES)
    recipes["sound"] = replace(with_settings(recipes["sound"], ["noise=masking", "noise_amount=0.1"]), data=FEW_SOUNDS)
    recipes["waves"] = replace(find_recipe("sequence"), data=Choice("waves", {"count": 40}))
    recipes["long"] = with_settings(find_recipe("sparse"), ["activation=leaky_relu", "activity_l1=0.123456789", "patience=12"])
    recipes["vae"] = with_settings(find_recipe("variational"), ["form=convolutional", "filters=128,256,512", "code_size=512"])
    found = {}
    for key, recipe in recipes.items():
        found[key] = folder / f"{key}.py"
        write(make_run(folder / f"run {key}", replace(recipe, limit=20)), found[key])
    return found


def test_scripts_are_short_and_tidy(programs: dict[str, Path]) -> None:
    command = [sys.executable, "-m", "ruff", "check", "--isolated", "--line-length", str(WIDTH), "--select", "E,W,F,I,N"]
    done = subprocess.run([*command, *map(str, programs.values())], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    for path in programs.values():
        assert len(path.read_text(encoding="utf-8").splitlines()) < LONGEST


def test_scripts_import_keras_numpy_and_matplotlib_alone(programs: dict[str, Path]) -> None:
    for path in programs.values():
        nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
        names = {alias.name.split(".")[0] for node in nodes if isinstance(node, ast.Import) for alias in node.names}
        names |= {str(node.module).split(".")[0] for node in nodes if isinstance(node, ast.ImportFrom)}
        assert names - set(sys.stdlib_module_names) == {"keras", "numpy", "matplotlib"}


def test_every_choice_has_its_words() -> None:
    assert set(KERAS_OPTIMIZERS) == set(OPTIMIZERS)
    assert set(ACTIVATIONS) >= {"linear"}
    assert set(VARIANTS.keys) <= {path.name for path in samples_home().iterdir()}


def test_the_recipe_is_in_the_script(tmp_path: Path) -> None:
    recipe = with_settings(find_recipe("sparse"), ["learning_rate=0.0125", "epochs=7", "seed=42", "patience=3", "activity_l1=0.002"])
    text = write(make_run(tmp_path / "run", recipe), tmp_path / "a.py")
    settings = ("LEARNING_RATE = 0.0125", "EPOCHS = 7", "SEED = 42")
    assert all(words in text for words in (*settings, "EarlyStopping(patience=3)", "keras.regularizers.L1(0.002)", "CosineDecay("))


@pytest.mark.parametrize("ending", ["py", "ipynb"])
def test_nothing_of_a_name_becomes_code(tmp_path: Path, ending: str) -> None:
    name = 'x"""\nraise SystemExit("run")\n"""\\'
    run = make_run(tmp_path / "run", replace(find_recipe("simple"), name=name))
    out = tmp_path / f'it"s.{ending}'
    text = write(run, out)
    tree = ast.parse(text if ending == "py" else _code(text))
    nodes = list(ast.walk(tree))
    assert not [node for node in nodes if isinstance(node, ast.Raise)]
    assert 'it"s_data.npz' in [node.value for node in nodes if isinstance(node, ast.Constant)]


def _code(notebook: str) -> str:
    return "\n".join("".join(cell["source"]) for cell in json.loads(notebook)["cells"] if cell["cell_type"] == "code")


def test_plain_keeps_one_line() -> None:
    assert plain("Größe ’21\r\n\u2028 x\t\"'\\`\0") == "Größe ’21 x"


def test_data_are_written_beside(tmp_path: Path) -> None:
    recipe = replace(find_recipe("simple"), limit=50)
    write(make_run(tmp_path / "run", recipe), tmp_path / "a.py")
    digits = load(recipe.data)
    with np.load(tmp_path / "a_data.npz") as data:
        np.testing.assert_array_equal(data["x_train"], digits.train.examples[:50])
        np.testing.assert_array_equal(data["y_test"], digits.test.labels)
    write(tmp_path / "run", tmp_path / "a.py")  # the same again is no mistake
    np.savez(tmp_path / "b_data.npz", x_train=np.ones((3, 2, 2)), x_test=np.ones((1, 2, 2)))  # somebody's own data
    with pytest.raises(WorkbenchError, match="isn't the data of a script"):
        write(tmp_path / "run", tmp_path / "b.py")
    assert not (tmp_path / "b.py").exists()


def test_a_run_s_own_data_are_never_replaced(tmp_path: Path) -> None:
    write(make_run(tmp_path / "run", replace(find_recipe("simple"), limit=50)), tmp_path / "a.py")
    before = (tmp_path / "a_data.npz").read_bytes()
    own = Choice("array", {"path": str(tmp_path / "a_data.npz")})
    with pytest.raises(WorkbenchError, match="is what the run was trained on"):
        write(make_run(tmp_path / "again", replace(find_recipe("simple"), data=own, limit=20)), tmp_path / "a.py")
    assert (tmp_path / "a_data.npz").read_bytes() == before


def test_keras_fetches_its_own_data(tmp_path: Path) -> None:
    run = make_run(tmp_path / "run", replace(find_recipe("simple"), limit=1000))
    values = json.loads((run / "recipe.json").read_text())
    values["data"]["source"] = "mnist"
    (run / "recipe.json").write_text(json.dumps(values))
    text = write(run, tmp_path / "a.py")
    assert "keras.datasets.mnist.load_data()" in text and "x_train[:1000]" in text
    assert not list(tmp_path.glob("*.npz"))


def test_data_that_are_gone_are_asked_for(tmp_path: Path) -> None:
    examples = np.random.default_rng(0).random((20, 9, 3))
    np.savez(tmp_path / "mine.npz", x=examples)
    recipe = replace(find_recipe("sequence"), data=Choice("array", {"path": str(tmp_path / "mine.npz"), "kind": "sequences"}))
    run = make_run(tmp_path / "run", recipe)
    (tmp_path / "mine.npz").unlink()
    text = write(run, tmp_path / "a.py")
    assert "x_train and x_test, float32 of shape (n, 9, 3); offset and" in " ".join(text.split())
    assert str(tmp_path) not in text
    assert not (tmp_path / "a_data.npz").exists()


@pytest.mark.parametrize("key", ["variational", "denoising", "sequence"])
def test_notebooks_are_valid(tmp_path: Path, key: str) -> None:
    write(samples_home() / key, tmp_path / "a.ipynb")
    notebook = nbformat.read(tmp_path / "a.ipynb", as_version=4)
    nbformat.validate(notebook)
    code = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    assert [cell.cell_type for cell in notebook.cells] == ["markdown", "code"] * len(code)
    ast.parse("\n".join(code))
    assert "__file__" not in "\n".join(code)


@pytest.mark.parametrize("kind", list(NOISE))
def test_noise_does_what_its_sentence_says(kind: str) -> None:
    rng = np.random.default_rng(1)
    draws = SimpleNamespace(normal=lambda shape, seed: rng.normal(size=shape), uniform=lambda shape, seed: rng.random(shape))
    fake = SimpleNamespace(random=draws, ops=SimpleNamespace(convert_to_numpy=np.asarray))
    names = {"np": np, "keras": fake, "NOISE": 0.4}
    exec(f"def add_noise(x, seeds):\n{NOISE[kind][1]}", names)
    x = np.full((400, 10), 0.5, np.float32)
    seen = names["add_noise"](x, None)  # type: ignore[operator]
    shares = [(seen == value).mean() for value in (0, 0.5, 1)]
    expected = {"gaussian": (0.105, 0, 0.105), "salt_and_pepper": (0.2, 0.6, 0.2), "masking": (0.4, 0.6, 0)}[kind]
    np.testing.assert_allclose(shares, expected, atol=0.03)
