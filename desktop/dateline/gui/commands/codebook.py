"""The codebook of the open project: editing it, bringing the records along, taking in what a newer one has."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from dateline.core.codebook import Codebook, in_language
from dateline.core.errors import DatelineError
from dateline.core.ledger import ProjectEntry
from dateline.core.ports import Progress, Project
from dateline.core.recoding import Recoding, Uses
from dateline.gui.codebook.editor import CodebookEditor
from dateline.gui.codebook.fate import FateDialog, questions, recoding
from dateline.gui.commands.project import ProjectCommands
from dateline.gui.commands.wide import Done
from dateline.gui.window import MainWindow
from dateline.services import newer
from dateline.services.newer import Newer
from dateline.services.recoding import change_codebook, count_uses

_NAMED = 4
"""Entries that an offer names; of more it says how many."""


class CodebookCommands(QObject):
    """Opens the editor, asks what becomes of the records, and lets the window work with what was saved."""

    def __init__(self, window: MainWindow, projects: ProjectCommands) -> None:
        super().__init__(window)
        self._window = window
        self._bench = window.workbench
        self._projects = projects
        self._wide = window.commands.wide
        self._editor: CodebookEditor | None = None
        window.actions_.bind("codebook.edit", self.edit)
        self._wide.failed.connect(self._refused)
        projects.entered.connect(self._offer)

    def edit(self) -> CodebookEditor | None:
        """Opens the editor. Returns it; None where no project is open."""
        project = self._projects.project
        if project is None:
            return None
        self._bench.closing.emit()  # what is still being typed belongs to the records as they are now
        editor = CodebookEditor(
            project.codebook,
            self._bench.language,
            self._bench.keymap,
            self._window.preferences,
            project.read_only,
            self._window,
        )
        editor.taken = self._take
        editor.finished.connect(self._closed)
        self._editor = editor
        editor.open()
        return editor

    def _closed(self) -> None:
        if self._editor is not None:
            self._editor.deleteLater()
            self._editor = None

    def _take(self, editor: CodebookEditor) -> None:
        """Saves what the editor holds, unless the person, or the disk, would rather not."""
        project, draft = self._projects.project, editor.draft
        if project is None:
            return
        if not any(draft.renamed(group) or draft.removed(group) for group in draft.groups):
            self._change(editor, project, Recoding())
            return

        def job(progress: Progress) -> Uses:
            return count_uses(project, progress)

        self._run(editor, job, lambda uses: self._ask(editor, project, uses), self.tr("Counting what is in use…"))

    def _ask(self, editor: CodebookEditor, project: Project, uses: Uses) -> None:
        """Asks what becomes of the records whose entries are gone."""
        draft = editor.draft
        asked = questions(draft, uses)
        change = Recoding()
        if asked:
            dialog = FateDialog(asked, draft, project.codebook, self._bench.language, editor)
            chosen = bool(dialog.exec())
            answers = dialog.answers()
            dialog.deleteLater()
            if not chosen:
                return
            for question, now in answers:
                if now is not None:
                    draft.absorb(question.group, question.id, now)
            change = recoding(answers)
        self._change(editor, project, change)

    def _change(self, editor: CodebookEditor, project: Project, change: Recoding) -> None:
        draft, by = editor.draft, self._window.preferences.coder
        version = str(int(draft.version) + 1) if draft.version.isdigit() else draft.version
        book = draft.book(version)
        name = in_language(book.names, self._bench.language)

        def job(progress: Progress) -> int:
            return len(change_codebook(project, book, change, by, name, progress))

        def then(count: int) -> None:
            editor.accept()
            told = self.tr("The records of %n article(s) follow the new codebook.", "", count) if count else ""
            self._wide.finished.emit(Done(""))
            if told:
                self._window.hint(told)

        self._run(editor, job, then, self.tr("Changing the codebook…"))

    def _run(
        self, editor: CodebookEditor, job: Callable[[Progress], Any], then: Callable[[Any], object], sentence: str
    ) -> None:
        if not self._wide.run(job, then, sentence, editor):
            editor.tell(self.tr("Other work is still under way. Try again in a moment."))

    def _refused(self, sentence: str) -> None:
        """The disk would not have it: what the editor holds stays there."""
        if self._editor is not None:
            self._editor.tell(sentence)

    # -- what a newer codebook has -----------------------------------------------------------------------------

    def _offer(self) -> None:
        """Offers what the codebook that ships has and the project's lacks; nothing waits for the answer."""
        own, language = self._bench.ledger, self._bench.language
        if own is None or own.project.read_only:
            return
        try:
            found = newer.offered(own.project)
        except DatelineError:
            return  # an offer is no reason to trouble anyone
        if found is None or self._window.banner.sentence:
            return
        names = [term.name(language) for term in found.terms]
        what = ", ".join(f"“{name}”" for name in names[:_NAMED]) + ("…" if len(names) > _NAMED else "")
        self._window.banner.tell(
            self.tr(
                "Dateline’s codebook has %n entry(ies) that this project’s lacks: {what}. "
                "They can be added; nothing else changes.", "", len(names)
            ).format(what=what),
            button=self.tr("Add them"),
            act=partial(self._extend, own.project, found.book),
            no=self.tr("No, thanks"),
            refuse=partial(self._decline, own.project, found),
        )  # fmt: skip

    def _extend(self, project: Project, book: Codebook) -> None:
        name, by = in_language(book.names, self._bench.language), self._window.preferences.coder

        def job(progress: Progress) -> int:
            return len(change_codebook(project, book, Recoding(), by, name, progress, verb="extend"))

        def then(_count: int) -> None:
            self._wide.finished.emit(Done(self.tr("The entries were added to the codebook."), self._last()))

        self._wide.run(job, then, self.tr("Changing the codebook…"))

    def _last(self) -> ProjectEntry | None:
        own = self._bench.ledger
        return own.history.next(undo=True) if own is not None else None

    def _decline(self, project: Project, found: Newer) -> None:
        try:
            newer.decline(project, found)
        except DatelineError:
            return  # then it is offered once more
