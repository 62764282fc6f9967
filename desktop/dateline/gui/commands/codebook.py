"""The codebook of the open project: editing it, and bringing the records along."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

from dateline.core.codebook import in_language
from dateline.core.errors import DatelineError
from dateline.core.recoding import Recoding
from dateline.gui.codebook.editor import CodebookEditor
from dateline.gui.codebook.fate import FateDialog, questions, recoding
from dateline.gui.commands.project import ProjectCommands
from dateline.gui.window import MainWindow
from dateline.services.recoding import change_codebook, count_uses


class CodebookCommands(QObject):
    """Opens the editor, asks what becomes of the records, and lets the window work with what was saved."""

    def __init__(self, window: MainWindow, projects: ProjectCommands) -> None:
        super().__init__(window)
        self._window = window
        self._bench = window.workbench
        self._projects = projects
        window.actions_.bind("codebook.edit", self.edit)

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
        editor.finished.connect(editor.deleteLater)
        editor.open()
        return editor

    def _take(self, editor: CodebookEditor) -> bool:
        """Saves what the editor holds; False where the person, or the disk, would rather not."""
        project, session, language = self._projects.project, self._bench.session, self._bench.language
        if project is None:
            return False
        draft = editor.draft
        try:
            QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
            try:
                gone = any(draft.renamed(group) or draft.removed(group) for group in draft.groups)
                asked = questions(draft, count_uses(project)) if gone else []
            finally:
                QGuiApplication.restoreOverrideCursor()
            change = Recoding()
            if asked:
                dialog = FateDialog(asked, draft, project.codebook, language, editor)
                chosen = bool(dialog.exec())
                answers = dialog.answers()
                dialog.deleteLater()
                if not chosen:
                    return False
                for question, now in answers:
                    if now is not None:
                        draft.absorb(question.group, question.id, now)
                change = recoding(answers)
            version = str(int(draft.version) + 1) if draft.version.isdigit() else draft.version
            book = draft.book(version)
            name = in_language(book.names, language)
            QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
            try:
                report = change_codebook(project, book, change, self._window.preferences.coder, name, session)
            finally:
                QGuiApplication.restoreOverrideCursor()
        except DatelineError as error:
            editor.tell(error.sentence(language))
            return False
        self._bench.set_codebook(book)
        if report.articles:
            self._window.hint(self.tr("The records of %n article(s) follow the new codebook.", "", report.articles))
        return True
