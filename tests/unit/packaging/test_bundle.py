"""What the bundle leaves out, how it is installed and what the systems are told about it; the bundle itself is tried by its smoke test."""

import ast
import importlib.util
import os
import plistlib
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).resolve().parents[3]
PACKAGING = ROOT / "packaging"
needs_posix = pytest.mark.skipif(os.name == "nt", reason="shell scripts for Linux")


def load(name: str, folder: Path = PACKAGING) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"packaging_{name}", folder / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = sys.modules[spec.name] = importlib.util.module_from_spec(spec)  # dataclasses look for their module there
    spec.loader.exec_module(module)
    return module


def test_every_resource_goes_into_the_bundle():
    is_unused = load("bundle_contents").is_unused
    names = [f"ae_workbench/resources/{path.relative_to(ROOT / 'resources').as_posix()}" for path in (ROOT / "resources").rglob("*")]
    assert len(names) > 100
    assert [name for name in names if is_unused(name)] == []


@pytest.mark.parametrize(
    "name",
    [
        "certifi/cacert.pem",
        "sklearn/datasets/data/digits.csv.gz",
        "matplotlib/mpl-data/fonts/ttf/DejaVuSans.ttf",
        "matplotlib/mpl-data/matplotlibrc",
        "PySide6/Qt/translations/qtbase_zh_CN.qm",
        "PySide6\\translations\\qtbase_zh_CN.qm",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/Qt/plugins/platforms/libqwayland.so",
        "PySide6/Qt/plugins/iconengines/libqsvgicon.so",
        "PySide6/Qt/plugins/imageformats/libqjpeg.so",
        "PySide6/Qt/lib/libQt6Svg.so.6",
        "PySide6/plugins/platforms/qwindows.dll",
        "tensorflow/libtensorflow_cc.so.2",
        "numpy/_core/_multiarray_tests.cpython-311-x86_64-linux-gnu.so",
    ],
)
def test_what_the_program_needs_stays(name: str):
    assert not load("bundle_contents").is_unused(name)


@pytest.mark.parametrize(
    "name",
    [
        "tensorflow/include/absl/base/config.h",
        "PySide6/Qt/lib/libQt6Quick.so.6",
        "PySide6\\translations\\qtbase_de.qm",
        "PySide6/Qt/translations/qt_help_de.qm",
        "PySide6/Qt/plugins/imageformats/libqpdf.so",
        "PySide6/Qt/plugins/platforms/libqeglfs.so",
        "sklearn/datasets/data/iris.csv",
        "matplotlib/mpl-data/sample_data/goog.npz",
        "scipy/io/matlab/tests/data/testvec_4_GLNX86.mat",
    ],
)
def test_what_nothing_uses_stays_out(name: str):
    assert load("bundle_contents").is_unused(name)


def test_no_dependency_of_the_program_is_excluded():
    excluded = set(load("bundle_contents").EXCLUDED_MODULES)
    imported = {
        name.name if isinstance(node, ast.Import) else node.module or ""
        for path in (ROOT / "ae_workbench").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in node.names
    }
    assert {"numpy", "PySide6.QtCore"} <= imported
    assert imported & excluded == set()


def test_the_spec_is_python():
    compile((PACKAGING / "ae_workbench.spec").read_text(encoding="utf-8"), "ae_workbench.spec", "exec")


def test_tools_of_the_build_are_pinned():
    lines = (PACKAGING / "constraints-build.txt").read_text(encoding="utf-8").split()
    assert {line.split("==")[0] for line in lines} >= {"pyinstaller", "pyinstaller-hooks-contrib"}
    assert all("==" in line for line in lines)


def test_every_dependency_is_pinned_for_the_bundle():
    with open(ROOT / "pyproject.toml", "rb") as file:
        dependencies = tomllib.load(file)["project"]["dependencies"]
    pins = (PACKAGING / "constraints.txt").read_text(encoding="utf-8").lower().replace("_", "-").splitlines()
    pinned = {line.split("==")[0] for line in pins}
    names = {text.split(";")[0].split(">")[0].split("<")[0].strip().lower().replace("_", "-") for text in dependencies}
    assert names <= pinned


def test_version_information_of_windows_is_an_expression():
    text = (PACKAGING / "windows" / "version_info.txt").read_text(encoding="utf-8")
    tree = ast.parse(text.replace("@NUMBERS@", "(1, 2, 3, 0)").replace("@VERSION@", "1.2.3"), mode="eval")
    words = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    assert {"ProductVersion", "1.2.3", "AE Workbench"} <= words


def test_systems_know_aew_files_by_the_same_type():
    tree = ElementTree.parse(PACKAGING / "linux" / "ae-workbench.xml")
    kind = tree.getroot()[0].get("type")
    assert f"MimeType={kind};" in (PACKAGING / "linux" / "ae-workbench.desktop").read_text(encoding="utf-8")
    plist = load("info_plist", PACKAGING / "macos").INFO_PLIST
    tags = plistlib.loads(plistlib.dumps(plist))["UTExportedTypeDeclarations"][0]["UTTypeTagSpecification"]
    assert tags == {"public.filename-extension": ["aew"], "public.mime-type": [kind]}


def test_entitlements_are_a_property_list():
    entitlements = plistlib.loads((PACKAGING / "macos" / "entitlements.plist").read_bytes())
    assert all(value is True for value in entitlements.values()) and len(entitlements) == 3


def make_bundle(folder: Path) -> Path:
    """A bundle whose program only says where it is."""
    share = folder / "share" / "applications"
    share.mkdir(parents=True)
    (share / "ae-workbench.desktop").write_bytes((PACKAGING / "linux" / "ae-workbench.desktop").read_bytes())
    (folder / "ae-workbench").write_text("#!/bin/sh\necho started with $1\n", encoding="utf-8")
    (folder / "ae-workbench").chmod(0o755)
    (folder / "ae-workbench-window").symlink_to("ae-workbench")
    for name in ("install.sh", "uninstall.sh"):
        (folder / name).write_bytes((PACKAGING / "linux" / name).read_bytes())
    return folder


def sh(script: Path, *words: str, home: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["sh", str(script), *words], env={**os.environ, "HOME": str(home)}, capture_output=True, text=True)


@needs_posix
def test_installed_twice_and_removed(tmp_path: Path):
    home = tmp_path / "home with a space"
    bundle = make_bundle(tmp_path / "down load")
    for _ in range(2):
        done = sh(bundle / "install.sh", home=home)
        assert done.returncode == 0, done.stderr
    program = home / ".local" / "bin" / "ae-workbench-window"
    assert subprocess.run([program, "this"], capture_output=True, text=True).stdout == "started with this\n"
    entry = home / ".local" / "share" / "applications" / "ae-workbench.desktop"
    assert f'Exec="{home}/.local/lib/ae-workbench/ae-workbench-window" %f' in entry.read_text(encoding="utf-8")
    runs = home / ".local" / "share" / "AE Workbench" / "runs"
    runs.mkdir(parents=True)
    done = sh(home / ".local" / "lib" / "ae-workbench" / "uninstall.sh", home=home)
    assert done.returncode == 0, done.stderr
    assert not program.is_symlink() and not entry.exists() and not (home / ".local" / "lib" / "ae-workbench").exists()
    assert runs.is_dir()


@needs_posix
def test_what_is_not_installed_is_not_removed(tmp_path: Path):
    bundle = make_bundle(tmp_path / "bundle")
    done = sh(bundle / "uninstall.sh", home=tmp_path)
    assert done.returncode == 2 and "no installed AE Workbench" in done.stderr
    assert (bundle / "ae-workbench").is_file()


@needs_posix
def test_an_appimage_has_the_program_at_its_top_and_what_desktops_look_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.syspath_prepend(str(PACKAGING))
    bundle = make_bundle(tmp_path / "bundle")
    icon = bundle / "share" / "icons" / "hicolor" / "256x256" / "apps" / "ae-workbench.png"
    icon.parent.mkdir(parents=True)
    icon.write_bytes(b"icon")
    for _ in range(2):
        made = load("appimage").fill(tmp_path / "AppDir", bundle)
        assert subprocess.run([made / "AppRun", "this"], capture_output=True, text=True).stdout == "started with this\n"
    assert (made / ".DirIcon").read_bytes() == (made / "ae-workbench.png").read_bytes() == b"icon"
    assert "\nIcon=ae-workbench\n" in (made / "ae-workbench.desktop").read_text(encoding="utf-8")
    assert not list(made.rglob("*install.sh"))


@pytest.mark.parametrize("is_windows", [True, False])
def test_tests_without_a_screen_have_fonts_on_windows(is_windows: bool, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.syspath_prepend(str(PACKAGING))
    dev = load("dev")
    monkeypatch.setattr(dev, "WINDOWS", is_windows)
    monkeypatch.setenv("WINDIR", "windows")
    monkeypatch.delenv("QT_QPA_FONTDIR", raising=False)
    assert dev._test_environment("home").get("QT_QPA_FONTDIR") == (str(Path("windows", "Fonts")) if is_windows else None)


def test_pictures_of_the_screen_are_written_as_png(tmp_path: Path):
    rows = (bytes([1, 2, 3, 0] * 2), bytes([4, 5, 6, 0] * 2))
    load("pictures_out").write_png(tmp_path / "a.png", 2, 2, rows)
    from PIL import Image

    with Image.open(tmp_path / "a.png") as image:
        assert image.size == (2, 2)
        assert image.getpixel((0, 0)) == (3, 2, 1) and image.getpixel((1, 1)) == (6, 5, 4)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Xlib")
def test_the_empty_canvas_is_found_and_changes_are_counted():
    screen = load("x11")
    grey, black, white = b"\x40\x40\x40\0", bytes(4), b"\xff\xff\xff\0"
    plain = grey * 500
    with_square = grey * 300 + black * 160 + grey * 40
    rows = (plain,) * 20 + (with_square,) * 170 + (plain,) * 10
    picture = screen.Picture(500, 200, rows)
    assert picture.black_square() == (300, 20, 160, 170)
    assert screen.Picture(500, 200, (plain,) * 200).black_square() is None
    drawn = (*rows[:30], grey * 300 + white * 5 + black * 155 + grey * 40, *rows[31:])
    assert screen.Picture(500, 200, drawn).changed(picture, 300, 20, 160, 170) == 5
    assert screen.Picture(500, 200, drawn).changed(picture, 0, 0, 300, 200) == 0
    assert picture.colours() == 2
