"""What makes the window comfortable: help, palette, keys, hints, type size, notices and the language. One object beside the window."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from ae_workbench.ui import languages, theme
from ae_workbench.ui.help import context
from ae_workbench.ui.help.pages import FIRST_PAGE, Library
from ae_workbench.ui.notices import Notices
from ae_workbench.ui.panel_widths import PanelWidths
from ae_workbench.ui.places import Places

if TYPE_CHECKING:
    from ae_workbench.ui.help.window import HelpWindow
    from ae_workbench.ui.hints import Hints
    from ae_workbench.ui.main_window import MainWindow
    from ae_workbench.ui.palette.dialog import Palette
    from ae_workbench.ui.palette.entries import Entry


class Comfort(QObject):
    """``language_chosen`` asks for the window to be made anew in another language."""

    language_chosen = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window, self.settings, self.actions = window, window.settings, window.actions_
        self.library = Library(languages.current())
        self.help: HelpWindow | None = None
        self.hints: Hints | None = None
        self.palette: Palette | None = None
        self.notices = Notices(window)
        self.places = Places(window)
        self.widths = PanelWidths(window)
        self.device = ""
        self._connect()
        self._restore()

    def _connect(self) -> None:
        slots = {
            "help": self.open_help_here, "contents": self.open_contents, "palette": self.open_palette, "keys": self.open_keys,
            "hints": self.begin_hints, "larger": self.make_larger, "smaller": self.make_smaller, "usual_size": self.make_usual,
            "about": self.open_about,
        }  # fmt: skip
        for key, slot in slots.items():
            self.actions[key].triggered.connect(slot)
        for key, action in self.actions.places.items():
            action.triggered.connect(partial(self.places.go_to, key))
        self.actions["notify"].toggled.connect(self._set_notices)
        self.actions.languages.triggered.connect(self._choose_language)
        context.signals.wanted.connect(self.open_help)
        self.window.trainer.happened.connect(self.notices.show_event)
        self.window.engine.thread_.ready.connect(self._keep_device)
        self.window.closing.began.connect(self._put_away)
        self.window.documents.picture_opened.connect(self.show_picture)

    def _restore(self) -> None:
        self.actions["notify"].setChecked(self.settings.notifies)
        self.actions.language(self.settings.language).setChecked(True)
        self.notices.is_on = self.settings.notifies

    # Help

    @Slot()
    def open_help_here(self) -> None:
        """The page about whatever has the focus."""
        self.open_help(context.help_for(QApplication.focusWidget() or self.window))

    @Slot()
    def open_contents(self) -> None:
        self.open_help(FIRST_PAGE)

    @Slot(str)
    def open_help(self, key: str) -> None:
        """A page by its key, or ``parameter:`` and a setting's name."""
        if self.help is None:
            from ae_workbench.ui.help.window import HelpWindow

            self.help = HelpWindow(self.library, self.window.codec, self.window)
        kind, colon, name = key.partition(":")
        self.help.open_page(self.library.for_parameter(name) if colon and kind == "parameter" else key)

    # Palette and keys

    @Slot()
    def open_palette(self) -> None:
        """Everything that can be done, to be found by typing."""
        from ae_workbench.ui.palette.dialog import Palette

        palette = Palette(self.entries(), self.settings.recent_commands, self.window)
        palette.chosen.connect(self._run)
        palette.destroyed.connect(self._forget_palette)
        self.palette = palette
        palette.open_over(self.window)

    def entries(self) -> list[Entry]:
        """What the palette offers now, viewers and panels first; nothing twice."""
        from ae_workbench.ui.palette import entries

        window = self.window
        found = [
            *entries.from_menus(window.menuBar()),
            *entries.from_tabs(window.centre.tabs),
            *(entry for dock in window.docks for entry in entries.from_buttons(dock.windowTitle(), dock)),
            *entries.from_presets(window.model),
            *entries.from_data(window.model),
            *entries.from_help(self.library, self.open_help),
        ]
        once = {(entry.title, entry.place): entry for entry in reversed(found)}
        unlike = [entry for entry in found if once.get((entry.title, entry.place)) is entry]
        return sorted(unlike, key=lambda entry: not entry.goes_to)

    @Slot(object)
    def _run(self, entry: Entry) -> None:
        self.settings.add_recent_command(entry.key)
        entry.run()

    @Slot()
    def _forget_palette(self) -> None:
        self.palette = None

    @Slot()
    def open_keys(self) -> None:
        """All keys on one sheet."""
        from ae_workbench.ui.shortcuts import ShortcutSheet, gather

        ShortcutSheet(gather(self.window.menuBar()), self.window).open()

    # Hints

    @Slot()
    def begin_hints(self) -> None:
        """Lead through the parts of the window."""
        if self.hints is not None:
            return
        from ae_workbench.ui.hints import Hints

        window = self.window
        window.modes.show_workbench()
        parts = {
            "designer": window.designer_dock, "start": window.training.start_button, "viewers": window.centre.tabs,
            "epochs": window.centre.epochs, "canvas": window.canvas_dock,
        }  # fmt: skip
        self.hints = Hints(window, parts.get)
        self.hints.ended.connect(self._end_hints)
        self.hints.begin()

    @Slot()
    def offer_hints(self) -> None:
        """At the first start only."""
        if not self.settings.saw_hints:
            self.begin_hints()

    @Slot()
    def _end_hints(self) -> None:
        self.hints = None
        self.settings.saw_hints = True
        self.settings.save()

    # Type size

    @Slot()
    def make_larger(self) -> None:
        self._scale(theme.next_scale(1))

    @Slot()
    def make_smaller(self) -> None:
        self._scale(theme.next_scale(-1))

    @Slot()
    def make_usual(self) -> None:
        self._scale(100)

    def _scale(self, percent: int) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            before = theme.type_scale()
            theme.set_scale(app, percent)
            self.settings.scale = percent
            if percent != before:
                self.widths.follow(before, percent)
            self.window.status.showMessage(self.tr("Type size {percent} %").format(percent=percent), 2000)

    # Pictures

    @Slot(object)
    def show_picture(self, path: Path) -> None:
        """Put a picture that was dropped onto the window, or opened, onto the canvas."""
        window = self.window
        window.modes.show_workbench()
        window.canvas_dock.show()
        window.canvas_dock.raise_()
        shape = window.canvas.shape
        if shape is None or shape.is_image:
            window.canvas.files.take_file(str(path))
        else:
            window.messages.say(self.tr("The canvas takes curves, since the data are sequences: choose images in the designer first."))

    # Notices, language, about

    @Slot(bool)
    def _set_notices(self, on: bool) -> None:
        self.notices.is_on = self.settings.notifies = on

    @Slot(QAction)
    def _choose_language(self, action: QAction) -> None:
        key = str(action.data())
        self.settings.language = key
        if languages.resolve(key) != languages.current():
            self.language_chosen.emit(key)

    @Slot(str)
    def _keep_device(self, words: str) -> None:
        self.device = words

    @Slot()
    def open_about(self) -> None:
        from ae_workbench.ui.about import AboutDialog

        dialog = AboutDialog(self.device, self.window)
        self.window.engine.thread_.ready.connect(dialog.show_device)
        dialog.open()

    @Slot()
    def _put_away(self) -> None:
        self.notices.hide()
        if self.help is not None:
            self.help.close()
