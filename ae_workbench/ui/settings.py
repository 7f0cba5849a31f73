"""What the window remembers from one start to the next, in one INI file. A broken file is put aside, not obeyed."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from ae_workbench.core.errors import WorkbenchError
from ae_workbench.core.recipe import Recipe, recipe_text
from ae_workbench.storage.paths import free_path, settings_home
from ae_workbench.storage.patience import replace
from ae_workbench.ui.colour_maps import GREY, NAMES
from ae_workbench.ui.languages import KEYS as LANGUAGES
from ae_workbench.ui.languages import SYSTEM
from ae_workbench.ui.theme import SCALES, SCHEMES, Scheme
from ae_workbench.variants.recipes import parse_recipe

VERSION = 1
MOST_RECENT = 10
MOST_DISMISSED = 200


class Settings:
    """One property per thing remembered. ``was_reset``: the file couldn't be used; it was kept under ``backup``, if it could be."""

    def __init__(self, folder: Path | None = None) -> None:
        self.path = (folder or settings_home()) / "window.ini"
        self.backup: Path | None = None
        self.was_reset = False
        self._store = self._open()
        if not self._is_good():
            self._reset()
        self._store.setValue("version", str(VERSION))  # now: Qt writes now and then by itself, and a crash may follow

    def _open(self) -> QSettings:
        return QSettings(str(self.path), QSettings.Format.IniFormat)

    def _is_good(self) -> bool:
        if not self.path.exists() or self.path.stat().st_size == 0:
            return True
        return self._store.status() == QSettings.Status.NoError and self._text("version") == str(VERSION)

    def _reset(self) -> None:
        """Keep the broken file under another name and begin anew."""
        self.was_reset = True
        with suppress(OSError):  # a folder that can't be written to: the window opens all the same
            backup = free_path(self.path.with_suffix(".broken.ini"))
            replace(self.path, backup)
            self.backup = backup
        self._store = self._open()
        self._store.clear()

    def save(self) -> None:
        """Write to disk; Qt replaces the file whole."""
        self._store.sync()

    @property
    def geometry(self) -> QByteArray:
        return self._bytes("layout/geometry")

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._store.setValue("layout/geometry", value)

    @property
    def layout(self) -> QByteArray:
        return self._bytes("layout/state")

    @layout.setter
    def layout(self, value: QByteArray) -> None:
        self._store.setValue("layout/state", value)

    @property
    def scheme(self) -> Scheme:
        """The colour scheme asked for."""
        value = self._text("look/scheme")
        return next((scheme for scheme in SCHEMES if scheme == value), "system")

    @scheme.setter
    def scheme(self, value: Scheme) -> None:
        self._store.setValue("look/scheme", value)

    @property
    def colour_map(self) -> str:
        """How grey pictures are painted."""
        value = self._text("look/colour_map")
        return value if value in NAMES else GREY

    @colour_map.setter
    def colour_map(self, value: str) -> None:
        self._store.setValue("look/colour_map", value)

    @property
    def export_folder(self) -> Path | None:
        """Where something was exported to last."""
        value = self._text("files/export_folder")
        return Path(value) if value else None

    @export_folder.setter
    def export_folder(self, value: Path) -> None:
        self._store.setValue("files/export_folder", str(value))

    @property
    def export_key(self) -> str:
        """What was exported last; empty before."""
        return self._text("files/export_key")

    @export_key.setter
    def export_key(self, value: str) -> None:
        self._store.setValue("files/export_key", value)

    @property
    def writes_event_files(self) -> bool:
        """Whether trainings write TensorBoard's event files."""
        return self._text("training/event_files") == "yes"

    @writes_event_files.setter
    def writes_event_files(self, value: bool) -> None:
        self._store.setValue("training/event_files", "yes" if value else "no")

    @property
    def shows_samples(self) -> bool:
        """Whether the list of runs shows those that ship with the program."""
        return self._text("look/shows_samples") != "no"

    @shows_samples.setter
    def shows_samples(self, value: bool) -> None:
        self._store.setValue("look/shows_samples", "yes" if value else "no")

    @property
    def article_data(self) -> str:
        """Key of the data that the article is worked through on."""
        return self._text("article/data") or "digits"

    @article_data.setter
    def article_data(self, value: str) -> None:
        self._store.setValue("article/data", value)

    @property
    def article_quick(self) -> bool:
        """Whether the article is worked through quickly, with few images and epochs."""
        return self._text("article/quick") != "no"

    @article_quick.setter
    def article_quick(self, value: bool) -> None:
        self._store.setValue("article/quick", "yes" if value else "no")

    @property
    def article_chapter(self) -> str:
        """Key of the chapter that was read last; empty before."""
        return self._text("article/chapter")

    @article_chapter.setter
    def article_chapter(self, value: str) -> None:
        self._store.setValue("article/chapter", value)

    @property
    def sweep_computer(self) -> str:
        """How much of the computer sweeps may take, as their form writes it; empty before."""
        return self._text("sweep/computer")

    @sweep_computer.setter
    def sweep_computer(self, value: str) -> None:
        self._store.setValue("sweep/computer", value)

    @property
    def language(self) -> str:
        """The language asked for; "system" follows the system's."""
        value = self._text("look/language")
        return value if value in LANGUAGES else SYSTEM

    @language.setter
    def language(self, value: str) -> None:
        self._store.setValue("look/language", value)

    @property
    def scale(self) -> int:
        """Type size in percent of the system's."""
        value = self._text("look/scale")
        return int(value) if value.isdecimal() and int(value) in SCALES else 100

    @scale.setter
    def scale(self, value: int) -> None:
        self._store.setValue("look/scale", str(value))

    @property
    def notifies(self) -> bool:
        """Whether the end of a long training is announced."""
        return self._text("training/notifies") != "no"

    @notifies.setter
    def notifies(self, value: bool) -> None:
        self._store.setValue("training/notifies", "yes" if value else "no")

    @property
    def saw_hints(self) -> bool:
        """Whether the hints of the first start were read or skipped."""
        return self._text("look/saw_hints") == "yes"

    @saw_hints.setter
    def saw_hints(self, value: bool) -> None:
        self._store.setValue("look/saw_hints", "yes" if value else "no")

    @property
    def recent_commands(self) -> list[str]:
        """Keys of what was last chosen in the palette, newest first."""
        return [line for line in self._text("palette/recent").splitlines() if line][:MOST_RECENT]

    def add_recent_command(self, key: str) -> None:
        keys = [key, *(old for old in self.recent_commands if old != key)][:MOST_RECENT]
        self._store.setValue("palette/recent", "\n".join(keys))

    @property
    def dismissed_findings(self) -> list[str]:
        """Findings that aren't shown any more, by malady and run, newest first."""
        return [line for line in self._text("training/dismissed_findings").splitlines() if line][:MOST_DISMISSED]

    def dismiss_finding(self, mark: str) -> None:
        self._keep_dismissed([mark, *(old for old in self.dismissed_findings if old != mark)][:MOST_DISMISSED])

    def restore_finding(self, mark: str) -> None:
        self._keep_dismissed([old for old in self.dismissed_findings if old != mark])

    def _keep_dismissed(self, marks: list[str]) -> None:
        self._store.setValue("training/dismissed_findings", "\n".join(marks))

    @property
    def recent(self) -> list[Path]:
        """Recipes, runs, shared runs and data that were opened or saved, newest first."""
        return [Path(line) for line in self._text("files/recent").splitlines() if line][:MOST_RECENT]

    def add_recent(self, path: Path) -> None:
        """Put a file or folder at the head of the recent ones."""
        path = path.resolve()
        paths = [path, *(old for old in self.recent if old != path)][:MOST_RECENT]
        self._store.setValue("files/recent", "\n".join(str(each) for each in paths))

    def forget_recent(self, path: Path) -> None:
        path = path.resolve()
        self._store.setValue("files/recent", "\n".join(str(each) for each in self.recent if each != path))

    @property
    def recipe(self) -> Recipe | None:
        """The recipe that was last in the designer; None where there is none that this program can read."""
        try:
            return parse_recipe(self._text("files/recipe"))
        except WorkbenchError:
            return None

    @recipe.setter
    def recipe(self, value: Recipe) -> None:
        self._store.setValue("files/recipe", recipe_text(value))

    def _text(self, key: str) -> str:
        value = self._store.value(key, "")
        return value if isinstance(value, str) else ""

    def _bytes(self, key: str) -> QByteArray:
        value = self._store.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()
