"""Over the chapters: data and pace, run all, pause, stop, progress, and the report."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QMenu, QProgressBar, QPushButton, QToolButton, QVBoxLayout, QWidget

from ae_workbench.analysis.chapters.steps import all_steps
from ae_workbench.engine.article import ArticleEnded, DataLoading, StepProgressed, StepStarted
from ae_workbench.ui import theme, words
from ae_workbench.ui.buttons import IconButton, tool_button
from ae_workbench.ui.help.context import HelpButton
from ae_workbench.ui.modes.article.data_box import DataBox
from ae_workbench.ui.sentences import in_words, sentence
from ae_workbench.ui.status_line import StatusLine
from ae_workbench.ui.words import without_mnemonic

STEPS, MOST_DONE = 1000, 0.999
HTML, PDF = ".html", ".pdf"


class Controls(QFrame):
    """Follows a session's events. ``run_requested`` says whether all is made anew, ``report_requested`` gives the ending of a file."""

    run_requested = Signal(bool)
    pause_requested = Signal()
    resume_requested = Signal()
    stop_requested = Signal()
    pace_chosen = Signal(bool)
    report_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("article_controls")
        theme.set_role(self, "card")
        self._titles = {step.key: step.title for step in all_steps()}
        self._is_running = self._is_paused = self._is_stopping = False
        self._at, self._total, self._kept = 0, 0, 0
        self._build()
        self._lay_out()
        self._update()

    def _build(self) -> None:
        self.data_box = DataBox()
        self.pace = QButtonGroup(self)
        quick = self.tr("Few images and epochs: some ten minutes for everything, to see what happens. Its numbers can't be compared.")
        full = self.tr("All images and epochs, as in the article: one to two hours on MNIST, less on the built-in digits.")
        for number, (key, title, tip) in enumerate((("quick", self.tr("&Quick"), quick), ("full", self.tr("F&ull"), full))):
            button = QPushButton(title, objectName=f"article_{key}_button", checkable=True)
            button.setAccessibleName(without_mnemonic(title))
            button.setToolTip(tip)
            theme.set_role(button, "quiet")
            self.pace.addButton(button, number)
        about_all = self.tr("Work through everything; what is there already is taken as it is")
        about_stop = self.tr("End it for now; what is done stays, and the rest goes on from there")
        self.run_button = IconButton("article_run_all_button", "play", self.tr("Run &all"), about_all, "primary")
        self.pause_button = IconButton("article_pause_button", "pause", self.tr("&Pause"), self.tr("Hold where it is, or go on"))
        self.stop_button = IconButton("article_stop_button", "square", self.tr("&Stop"), about_stop)
        self._make_menus()
        self.status = StatusLine()
        self.status.label.setObjectName("article_status")
        self.progress_bar = QProgressBar(objectName="article_progress", textVisible=False, maximum=STEPS)
        self.progress_bar.setAccessibleName(self.tr("Progress of everything"))
        self.pace.idClicked.connect(self._choose_pace)
        self.run_button.clicked.connect(self._run)
        self.pause_button.clicked.connect(self._pause_or_resume)
        self.stop_button.clicked.connect(self.stop_requested)

    def _make_menus(self) -> None:
        about_report = self.tr("Export a report of everything that was found, with every number, figure, setting and version")
        self.report_button = tool_button("article_report_button", "download", about_report, words=self.tr("&Report"))
        self.more_button = tool_button("article_more_button", "ellipsis", self.tr("Run everything anew"))
        for button in (self.report_button, self.more_button):
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu, more = QMenu(self.report_button), QMenu(self.more_button)
        self.html_action = QAction(theme.icon("file-text"), self.tr("As a &page (HTML)…"), menu, objectName="article_html_action")
        self.pdf_action = QAction(theme.icon("file-text"), self.tr("As a &document (PDF)…"), menu, objectName="article_pdf_action")
        self.anew_action = QAction(theme.icon("refresh-cw"), self.tr("Run everything a&new"), more, objectName="article_anew_action")
        self.html_action.triggered.connect(self._ask_html)
        self.pdf_action.triggered.connect(self._ask_pdf)
        self.anew_action.triggered.connect(self._run_anew)
        menu.addActions([self.html_action, self.pdf_action])
        more.addAction(self.anew_action)
        self.report_button.setMenu(menu)
        self.more_button.setMenu(more)

    def _lay_out(self) -> None:
        row = QHBoxLayout(spacing=8)
        label = QLabel(self.tr("&Data"))
        label.setBuddy(self.data_box)
        theme.set_role(label, "muted")
        for widget in (label, self.data_box, *self.pace.buttons()):
            row.addWidget(widget)
        row.addStretch(1)
        buttons = (self.run_button, self.pause_button, self.stop_button, self.report_button, self.more_button)
        for widget in (*buttons, HelpButton("article", self.tr("Article"))):
            row.addWidget(widget)
        self.below = QWidget()
        progress = QHBoxLayout(self.below, spacing=12)
        progress.setContentsMargins(0, 2, 0, 0)
        progress.addWidget(self.status, 3)
        progress.addWidget(self.progress_bar, 2, Qt.AlignmentFlag.AlignVCenter)
        layout = QVBoxLayout(self, spacing=4)
        layout.setContentsMargins(14, 9, 10, 9)
        layout.addLayout(row)
        layout.addWidget(self.below)
        self.below.hide()

    # What it shows

    @property
    def quick(self) -> bool:
        return self.pace.checkedId() == 0

    def show_pace(self, quick: bool) -> None:
        self.pace.button(0 if quick else 1).setChecked(True)

    def begin(self) -> None:
        """Something is being run."""
        self._is_running, self._is_paused, self._is_stopping = True, False, False
        self._at = self._total = 0
        self.progress_bar.setValue(0)
        self.below.show()
        self.status.say(self.tr("Starting…"), "waiting")
        self._update()

    @Slot(object)
    def follow(self, event: object) -> None:
        """Say what happens."""
        match event:
            case DataLoading(text=text):
                self.status.say(f"{in_words(text)}…", "waiting")
            case StepStarted(number=number, total=total):
                self._at, self._total = number, total
            case StepProgressed(overall=overall, text=text, seconds_left=left):
                self.progress_bar.setValue(round(STEPS * min(overall, MOST_DONE)))
                self._say(text, left)
            case ArticleEnded():
                self._show_end(event)

    def _say(self, text: str, left: float | None) -> None:
        if self._is_paused or self._is_stopping:
            return
        parts = [self.tr("{number} of {total}").format(number=self._at, total=self._total)] if self._total > 1 else []
        parts.append(in_words(text))
        if left is not None:
            parts.append(self.tr("{time} left").format(time=words.duration(left)))
        self.status.say(" · ".join(parts), "running")

    def _show_end(self, end: ArticleEnded) -> None:
        self._is_running = self._is_paused = self._is_stopping = False
        if end.error is not None:
            self.status.say(sentence(end.error), "bad")
        elif end.failed:
            names = ", ".join(in_words(self._titles.get(key, key)) for key in end.failed)
            self.status.say(self.tr("Ended; these failed: {names}").format(names=names), "bad")
        elif end.outcome == "stopped":
            self.status.say(self.tr("Stopped. What is done is kept; run again to go on."), "stopped")
        else:
            self.status.say(self.tr("Everything that was asked for is there."), "good")
        self._update()

    def show_writing(self, text: str) -> None:
        """A report is being written; nothing to say ends that."""
        if not self._is_running:
            self.below.setVisible(bool(text))
            self.status.say(f"{in_words(text)}…" if text else "", "waiting")

    def _update(self) -> None:
        running = self._is_running
        self.run_button.setVisible(not running)
        self.anew_action.setEnabled(not running)
        self.progress_bar.setVisible(running)
        for button in (self.pause_button, self.stop_button):
            button.setVisible(running)
            button.setEnabled(running and not self._is_stopping)
        for widget in (self.data_box, *self.pace.buttons()):
            widget.setEnabled(not running)
        self.pause_button.say(self.tr("Resu&me") if self._is_paused else self.tr("&Pause"))
        self.pause_button.setIcon(theme.icon("play" if self._is_paused else "pause"))

    # What it asks for

    @Slot(int)
    def _choose_pace(self, number: int) -> None:
        self.pace_chosen.emit(number == 0)

    @Slot()
    def _run(self) -> None:
        self.run_requested.emit(False)

    @Slot()
    def _run_anew(self) -> None:
        self.run_requested.emit(True)

    @Slot()
    def _ask_html(self) -> None:
        self.report_requested.emit(HTML)

    @Slot()
    def _ask_pdf(self) -> None:
        self.report_requested.emit(PDF)

    @Slot()
    def _pause_or_resume(self) -> None:
        self._is_paused = not self._is_paused
        if self._is_paused:
            self.status.say(self.tr("Paused"), "paused")
            self.pause_requested.emit()
        else:
            self.status.say(self.tr("Going on…"), "running")
            self.resume_requested.emit()
        self._update()

    def show_stopping(self) -> None:
        self._is_stopping = True
        self.status.say(self.tr("Stopping…"), "waiting")
        self._update()
