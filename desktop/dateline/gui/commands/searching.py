"""Searching the whole project: off the window's thread, each hit in its place, labels for what is ticked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from functools import partial
from queue import Empty, SimpleQueue

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from dateline.core.article import ArticleStatus
from dateline.core.errors import DatelineError
from dateline.core.find import PatternError, compiled
from dateline.core.ports import HitLine, Progress, Project
from dateline.gui.commands.articles import ArticleCommands
from dateline.gui.commands.exporting import ExportCommands
from dateline.gui.commands.project import ProjectCommands
from dateline.gui.commands.wide import Done
from dateline.gui.dialogs.choice import ChoicePopup
from dateline.gui.search.model import Row
from dateline.gui.window import MainWindow
from dateline.gui.worker import Worker
from dateline.services import everywhere, searching
from dateline.services.matching import Matcher
from dateline.services.searching import Part

STEP_MS = 120
"""How long the list must rest before another article is opened: arrows that are held down pass many."""


class SearchCommands(QObject):
    """Owns the search of the panel below the text."""

    def __init__(
        self, window: MainWindow, projects: ProjectCommands, articles: ArticleCommands, exporting: ExportCommands
    ) -> None:
        super().__init__(window)
        self._window = window
        self._panel = window.search
        self._bench = window.workbench
        self._projects = projects
        self._articles = articles
        self._exporting = exporting
        self._wide = window.commands.wide
        self.worker = Worker(self)
        self.matcher = Matcher()
        self._starter = Worker(self)
        """Starts the process of the search while the words are still being typed; if it fails, the search says so."""
        self._arrived: SimpleQueue[Part] = SimpleQueue()
        self._row: Row | None = None
        self._looked_at = ""
        """The article that was opened only to be looked at: without suggestions until someone goes there."""
        self._left_out: list[int] | None = None
        self._step = QTimer(self)
        self._step.setSingleShot(True)
        self._step.setInterval(STEP_MS)
        self._step.timeout.connect(self._open)
        panel = self._panel
        window.actions_.bind("edit.search", self.start)
        window.findbar.project_wanted.connect(self.start)
        panel.asked.connect(self._search)
        panel.place_wanted.connect(self._go)
        panel.left.connect(self._leave)
        panel.closed.connect(self._close)
        panel.label_wanted.connect(self.label)
        panel.copy_wanted.connect(self._copy)
        panel.save_wanted.connect(self._save)
        projects.leaving.connect(self._put_away)
        articles.changed.connect(panel.outdate)
        self._bench.changed.connect(lambda _changes: self._decided())
        self._bench.article_changed.connect(self._decided)
        self._bench.codebook_changed.connect(panel.list.viewport().update)
        self.worker.progressed.connect(lambda _done, _total: self._take_in())
        self.worker.finished.connect(lambda _answer: self._finish())
        self.worker.failed.connect(self._fail)
        self._wide.finished.connect(self._labelled)
        self._wide.failed.connect(self._not_labelled)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)

    # -- searching ---------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Opens the panel, looking for the words that are selected or stand in the find bar."""
        if self._projects.project is None:
            self._window.hint(self.tr("Open a project first."))
            return
        bar, chosen = self._window.findbar, self._bench.range
        if bar.isVisible():
            words, options = bar.words(), bar.options
            bar.leave()
            self._panel.open(words, options)
        else:
            inside = self._panel.has_keyboard()
            self._panel.open(chosen.of(self._bench.text) if chosen is not None and not inside else "")
        if not self.worker.busy:
            self._starter.start(lambda _progress: self.matcher.warm_up())

    def _search(self) -> None:
        self._stop()
        self._row = None
        self._window.article.show_hits([], None)
        project, wanted = self._projects.project, self._panel.wanted()
        if project is None or not wanted.query.words.strip():
            self._panel.clear()
            return
        if wanted.query.regex:
            try:
                compiled(wanted.query.words)
            except PatternError:
                self._panel.clear()
                self._panel.say(self.tr("This is not a pattern yet: {words}").format(words=wanted.query.words[:80]))
                return
        arrived = self._arrived = SimpleQueue()
        matcher = self.matcher

        def job(progress: Progress) -> None:
            done = 0
            with closing(searching.search(project, wanted, matcher)) as parts:
                for part in parts:
                    done += part.searched
                    arrived.put(part)
                    progress(done, 0)

        self._panel.begin(self._window.library.model.total() if wanted.status is None else 0)
        self.worker.start(job)

    def _stop(self) -> None:
        self._step.stop()
        self.worker.cancel()
        self.matcher.interrupt()
        self._arrived = SimpleQueue()

    def _take_in(self) -> None:
        """Shows the parts that have come."""
        while True:
            try:
                part = self._arrived.get_nowait()
            except Empty:
                return
            self._panel.add(part)

    def _finish(self) -> None:
        self._take_in()
        self._panel.end()

    def _fail(self, error: object) -> None:
        self._take_in()
        self._panel.end(broken=True)
        if isinstance(error, DatelineError):
            self._panel.say(error.sentence(self._bench.language))

    # -- walking -----------------------------------------------------------------------------------------------

    def _go(self, row: Row) -> None:
        """Shows a row in the text: at once where its article is open."""
        self._row = row
        session = self._bench.session
        if session is not None and session.article.id == row[0].id:
            self._step.stop()
            self._show()
        else:
            self._step.start()

    def _open(self) -> None:
        if self._row is None:
            return
        id = self._row[0].id
        self._articles.open(id, suggest=False)
        session = self._bench.session
        if session is None or session.article.id != id:
            return  # it could not be opened, and the window has said why
        self._looked_at = id
        # After the place where the article was left has been scrolled to.
        QTimer.singleShot(0, self, self._show)

    def _show(self) -> None:
        row, session = self._row, self._bench.session
        if row is None or session is None or session.article.id != row[0].id:
            return
        article, hit = row
        view = self._window.article
        view.show_hits([h.span for h in article.hits], hit.span if hit is not None else None)
        if hit is None:
            view.clear_selection()
            view.scroll_to(0)
        else:
            view.select_span(hit.span)
            view.reveal(hit.span)

    def _leave(self) -> None:
        """The text has the keyboard; a step that still waits is taken first."""
        if self._step.isActive():
            self._step.stop()
            self._open()
        centre = self._window.article if self._bench.session is not None else self._window.start
        centre.setFocus()

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Whoever goes into an article that was only looked at gets suggestions as in every other."""
        session = self._bench.session
        if now is not self._window.article or not self._looked_at:
            return
        looked_at, self._looked_at = self._looked_at, ""
        if (
            session is not None
            and session.article.id == looked_at
            and session.status is ArticleStatus.NEW
            and not session.project.read_only
        ):
            self._window.actions_["suggest.run"].trigger()

    # -- labelling and copying ---------------------------------------------------------------------------------

    def label(self) -> None:
        """Asks for the label of the hits that are ticked, and gives it to them as one step."""
        project = self._projects.project
        ticked = self._panel.model.count_ticked()
        if project is None or project.read_only or not ticked:
            return
        ChoicePopup(
            self._bench.codebook.labels,
            self._bench.language,
            self.tr("Label for %n place(s): type its name or key", "", ticked),
            self._label_ticked,
            self._window,
        ).open_at(self._panel.label.mapToGlobal(QPoint(0, 0)))

    def _label_ticked(self, label: str) -> None:
        project, chosen = self._projects.project, self._panel.model.ticked()
        if project is None or not chosen:
            return
        hits = [hit for some in chosen.values() for hit in some]
        name = searching.name_of(self._panel.wanted().query, hits)
        left_out: list[int] = []
        steps = {
            id: partial(
                everywhere.label_fitting,
                spans=[hit.span for hit in some],
                label=label,
                name=name,
                left_out=left_out.append,
            )
            for id, some in chosen.items()
        }
        if self._wide.take(project, self._window.preferences.coder, steps):
            self._left_out = left_out

    def _decided(self) -> None:
        """Where hits are narrowed by labels or by how far articles are, others may be wanted now."""
        wanted = self._panel.wanted()
        if wanted.unlabelled or wanted.status is not None:
            self._panel.outdate()

    def _labelled(self, done: Done) -> None:
        """Says what was left out; where only what has no label is looked for, that has changed."""
        if self._left_out is None:
            self._decided()
            return
        count, self._left_out = sum(self._left_out), None
        self._panel.model.tick_all(False)
        if count:
            said = self.tr("%n place(s) were left out: half a word, inside another mark, or rejected there.", "", count)
            if done.sentence:
                self._window.banner.add(said)
            else:
                self._window.banner.tell(said, warning=True)
        if self._panel.wanted().unlabelled:
            self._panel.ask()

    def _not_labelled(self) -> None:
        self._left_out = None

    def _copy(self, rows: list[int]) -> None:
        lines = self._panel.model.lines(rows)
        if lines:
            QApplication.clipboard().setText("\n".join(lines) + "\n")
            self._window.hint(self.tr("%n row(s) copied.", "", len(lines)))

    def _save(self) -> None:
        """Asks where to write the hits that are ticked; where none is, every hit, found anew in its whole number."""
        wanted, ticked = self._panel.wanted(), self._panel.model.ticked_lines()
        total = self._window.library.model.total()

        def hits(project: Project, progress: Progress) -> Iterator[HitLine]:
            if ticked:
                yield from ticked
                return
            with closing(Matcher()) as matcher:
                yield from searching.every_line(project, wanted, matcher, lambda done, _total: progress(done, total))

        self._exporting.choose_for_hits(wanted.query.words.strip()[:40], hits)

    # -- ending ------------------------------------------------------------------------------------------------

    def _close(self) -> None:
        self._stop()
        self._row = None
        self._panel.clear()
        self._window.article.show_hits([], None)
        self.matcher.close()

    def _put_away(self) -> None:
        """The project is put away: nothing of it is searched or shown any more."""
        self.shut_down()
        self._row, self._looked_at = None, ""
        self._panel.clear()
        self._panel.hide()

    def shut_down(self) -> None:
        """Ends the search and its process."""
        self._stop()
        for worker in (self.worker, self._starter):
            worker.shut_down()
        self.matcher.close()
