"""The articles of the open project: going from one to the next, what is said of a whole one, the trash."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from dateline.core.article import ArticleStatus, Metadata
from dateline.core.errors import DatelineError
from dateline.core.ports import Project
from dateline.gui.dates import short_day
from dateline.gui.dialogs.notify import ask
from dateline.gui.dialogs.palette import Command, Palette
from dateline.gui.window import MainWindow
from dateline.services.session import ReviewSession

_OPEN = "window.article"
_POSITION = "window.position."


class ArticleCommands(QObject):
    """Opens articles in the workbench and remembers where each was left."""

    changed = Signal()
    """Articles came, or went into the trash, or out of it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._bench = window.workbench
        self._project: Project | None = None
        window.actions_.bind("article.remove", self.remove)
        window.actions_.bind("article.trash", self.show_trash)
        window.actions_.bind("review.done", self.done)
        window.actions_.bind("review.flag_article", self.flag)
        window.library.loader.failed.connect(window.tell)
        window.library.chosen.connect(self.open)
        window.metadata.save = self.save_metadata

    def enter(self, project: Project) -> None:
        """Shows the list of a project, and the article that was open last."""
        self._project = project
        first = self._show_list(project)
        if first is not None:
            self.open(first)

    def leave(self) -> None:
        """Puts the list away, and the open article where it was."""
        self._remember_place()
        self._bench.open(None)
        self._project = None
        self._window.library.put_away()

    def _show_list(self, project: Project) -> str | None:
        """Shows the list of a project; returns the article that was open last, or the first one."""
        library = self._window.library
        try:
            last = project.setting(_OPEN) or ""
            rows = library.loader.open(project, last).rows
        except DatelineError as error:
            self._window.tell(error)
            return None
        if any(a.id == last for a in rows):
            return last
        return next((a.id for a in library.model.shown), None)

    def refresh(self) -> None:
        """Reads the list of articles anew."""
        if self._project is None:
            return
        try:
            self._window.library.loader.refresh()
        except DatelineError as error:
            self._window.tell(error)

    def open(self, id: str, suggest: bool = True) -> None:
        """Shows an article, where it was left; a new one gets its suggestions at once, if they are wanted."""
        session = self._bench.session
        if self._project is None or (session is not None and session.article.id == id):
            return
        if self._window.commands.wide.worker.busy:  # what is read now would be another state in a moment
            self._window.hint(self.tr("Articles are being changed. Open it in a moment."))
            self._window.library.show_current()
            return
        self._bench.write_down()
        if not self._bench.settled():
            self._window.library.show_current()
            return
        self._remember_place()
        try:
            opened = ReviewSession(self._project, id, self._window.preferences.coder)
            place = self._project.setting(_POSITION + id)
        except DatelineError as error:
            self._window.tell(error)
            return
        self._bench.open(opened)
        top, caret = _place(place or "")
        if caret:
            self._window.article.put_caret(caret)
        # Once the text has its width: before that no line knows where it is.
        QTimer.singleShot(0, self, lambda: self._window.article.scroll_to(top))
        if suggest and opened.status is ArticleStatus.NEW and not self._project.read_only:
            self._window.actions_["suggest.run"].trigger()

    def _remember_place(self) -> None:
        session = self._bench.session
        if session is None or session.project.read_only:
            return
        try:
            session.project.remember(_OPEN, session.article.id)
            view = self._window.article
            session.project.remember(_POSITION + session.article.id, f"{view.first_visible()} {view.position()}")
        except DatelineError:
            return  # a lost place is no reason to trouble anyone

    def save_metadata(self, metadata: Metadata) -> bool:
        """Saves what the strip says of the open article; suggestions are made anew where their anchor changed."""
        session = self._bench.session
        if session is None:
            return False
        before = session.article.metadata
        try:
            session.set_metadata(metadata)
        except DatelineError as error:
            self._window.tell(error)
            return False
        self._window.library.refresh_open()
        self._bench.saved.emit()
        if (before.published, before.language) != (metadata.published, metadata.language):
            self._window.actions_["suggest.run"].trigger()
        return True

    def done(self) -> None:
        """Marks the open article as done and opens the next one that is not; open suggestions are said first."""
        session = self._bench.session
        if session is None:
            return
        waiting = session.open_suggestions()
        if waiting:
            question = self.tr(
                "%n suggestion(s) are still undecided. They stay suggestions in the export.", "", waiting
            )
            if not ask(self._window, question, self.tr("Done all the same"), self.tr("Go on reviewing")):
                return
        try:
            session.set_status(ArticleStatus.DONE)
            self._window.library.loader.finish()
        except DatelineError as error:
            self._window.tell(error)
            return
        self._bench.article_changed.emit()
        shown = list(self._window.library.model.shown)
        here = self._window.library.model.row_of(session.article.id)
        following = [a for a in shown[here + 1 :] + shown[: max(here, 0)] if a.status is not ArticleStatus.DONE]
        if following:
            self.open(following[0].id)
        else:
            self._window.banner.tell(self.tr("Every article of this project is done."), seconds=8)

    def flag(self) -> None:
        """Puts a flag on the open article, or takes it away."""
        session = self._bench.session
        if session is None or session.project.read_only:
            return
        try:
            session.set_flagged(not session.flagged)
        except DatelineError as error:
            self._window.tell(error)
        else:
            self._bench.saved.emit()
            self._window.hint(self.tr("Flagged.") if session.flagged else self.tr("No longer flagged."))
        self._bench.article_changed.emit()

    def remove(self) -> None:
        """Moves the open article to the trash; the banner offers to take it back."""
        session = self._bench.session
        if self._project is None or session is None:
            return
        id, title = session.article.id, session.article.metadata.title
        try:
            self._project.remove_article(id)
        except DatelineError as error:
            self._window.tell(error)
            return
        self._bench.open(None)
        self._window.library.loader.drop(id)
        self.changed.emit()
        self._window.banner.tell(
            self.tr("“{title}” is in the trash.").format(title=title),
            button=self.tr("Take it back"),
            act=lambda: self._restore(id),
        )

    def show_trash(self) -> None:
        """Lists the articles in the trash, the last imported first; the one chosen is taken out of it and opened."""
        if self._project is None:
            self._window.hint(self.tr("Open a project first."))
            return
        try:
            gone = self._project.articles(trashed=True)
        except DatelineError as error:
            self._window.tell(error)
            return
        if not gone:
            self._window.hint(self.tr("The trash is empty."))
            return
        language = self._bench.language
        lines = []
        for article in reversed(gone):
            day = short_day(article.published, language) if article.published else ""
            lines.append(Command(article.id, article.title, "", day, partial(self._restore, article.id)))
        prompt = self.tr("Which article is to be taken out of the trash?")
        Palette(lines, [], self._window, prompt).open_over(self._window)

    def _restore(self, id: str) -> None:
        if self._project is None:
            return
        try:
            self._project.restore_article(id)
        except DatelineError as error:
            self._window.tell(error)
            return
        self.refresh()
        self.changed.emit()
        self.open(id)


def _place(remembered: str) -> tuple[int, int]:
    """The code points at the top of the window and at the caret; zeros where nothing sensible is remembered."""
    numbers = [int(word) if word.isdecimal() else 0 for word in remembered.split()[:2]]
    top, caret = (*numbers, 0, 0)[:2]
    return top, caret
