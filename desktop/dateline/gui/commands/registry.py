"""The project's entities: the window that lists them, and linking what is selected to one of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer

from dateline.core import decisions
from dateline.core.annotation import Mention
from dateline.core.errors import DatelineError
from dateline.core.ports import Progress
from dateline.core.registry import VALUES, Known
from dateline.core.turkish import fold
from dateline.gui.commands.articles import ArticleCommands
from dateline.gui.commands.project import ProjectCommands
from dateline.gui.commands.saving import SavingCommands
from dateline.gui.commands.wide import Done
from dateline.gui.dialogs.palette import Command, Palette
from dateline.gui.registry.dialog import RegistryDialog
from dateline.gui.window import MainWindow
from dateline.gui.worker import Worker
from dateline.services import registry
from dateline.services.likeness import Candidate, Likeness


class RegistryCommands(QObject):
    """Opens the registry; offers known entities for mentions."""

    def __init__(
        self, window: MainWindow, projects: ProjectCommands, articles: ArticleCommands, saving: SavingCommands
    ) -> None:
        super().__init__(window)
        self._window = window
        self._bench = window.workbench
        self._projects = projects
        self._articles = articles
        self._wide = window.commands.wide
        self._dialog: RegistryDialog | None = None
        self._wanted: list[str] = []
        self._reader = Worker(self)
        self._reader.finished.connect(self._ask)
        self._reader.failed.connect(self._not_read)
        self._bench.opened.connect(self._reader.cancel)
        window.actions_.bind("view.registry", self.show)
        window.actions_.bind("mark.link", self.link_selected)
        window.review.entities.link_wanted.connect(self.link)
        projects.leaving.connect(self._leave)
        self._wide.finished.connect(self._told)
        self._wide.failed.connect(self._failed)
        self._wide.refused.connect(window.hint)
        saving.settling.append(self._settled)
        self._bench.language_changed.connect(self._speak_anew)

    def show(self) -> None:
        """Opens the registry, or brings it to the front."""
        project = self._projects.project
        if project is None:
            self._window.hint(self.tr("Open a project first."))
            return
        if self._dialog is None:
            self._dialog = RegistryDialog(
                project, self._window.preferences.coder, self._bench, self._wide, self._window
            )
            self._dialog.place_wanted.connect(self._go)
            self._dialog.finished.connect(self._closed)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def _closed(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    def _speak_anew(self) -> None:
        """The registry is built anew in another language."""
        if self._dialog is not None and self._dialog.close():
            self.show()

    def _settled(self) -> bool:
        """Whether what is written in the registry is saved, or the person gives it up."""
        return self._dialog is None or self._dialog.settled()

    def _leave(self) -> None:
        """The project is put away."""
        if self._dialog is not None:
            self._dialog.give_up()
            self._dialog.close()
        self._wide.worker.shut_down()
        self._reader.shut_down()

    def _told(self, done: Done) -> None:
        """Articles were changed: lists are read anew, and what was done can be taken back."""
        self._articles.refresh()
        if self._dialog is not None:
            self._dialog.refresh()
        last = done.last
        if not done.sentence:
            return
        self._window.banner.tell(
            done.sentence,
            warning=done.warning,
            button=self.tr("Undo") if last is not None else "",
            act=partial(self._wide.revisit, last, undo=True) if last is not None else None,
            seconds=0 if done.warning else 20,
        )
        if self._dialog is not None and done.warning:
            self._dialog.say(done.sentence)

    def _failed(self, sentence: str) -> None:
        self._window.banner.tell(sentence, warning=True)
        if self._dialog is not None:
            self._dialog.refresh()
            self._dialog.say(sentence)

    def _go(self, article_id: str, mention_id: str) -> None:
        """Opens an article at a mention."""
        self._articles.open(article_id)
        # After the place where the article was left has been scrolled to.
        QTimer.singleShot(0, self, lambda: self._bench.select(mention_id))

    # -- linking -----------------------------------------------------------------------------------------------

    def link_selected(self) -> None:
        """Links the row of the tree that has the keyboard, else the selected mention."""
        tree, record = self._window.review.entities.tree, self._bench.selected_record()
        if tree.hasFocus() and tree.chosen():
            self.link(tree.chosen())
        elif isinstance(record, Mention):
            self.link([record.id])
        else:
            self._window.hint(self.tr("Select a mention first, or an entity in the list of entities."))

    def link(self, ids: Sequence[str]) -> None:
        """Asks which entity some mentions mean, and gives them its name as one step; the list is read meanwhile."""
        session = self._bench.session
        chosen = [m for id in ids if (m := self._bench.state.mentions.get(id)) is not None]
        if session is None or session.project.read_only or not chosen:
            return
        if chosen[0].label in VALUES:
            self._window.hint(self.tr("Dates and amounts have a value and are no entities."))
            return
        project, state, text = session.project, session.state, session.text

        def job(_progress: Progress) -> tuple[Sequence[Known], Sequence[Candidate]]:
            known = registry.listed(project)
            return known, registry.meant(known, state, text, ids)

        self._wanted = list(ids)
        self._reader.start(job)

    def _ask(self, found: tuple[Sequence[Known], Sequence[Candidate]]) -> None:
        """Offers the entities of the project, once they are read, where the mentions are still there."""
        known, likely = found
        session, ids = self._bench.session, self._wanted
        chosen = [m for id in ids if (m := self._bench.state.mentions.get(id)) is not None]
        if session is None or not chosen:
            return
        Palette(
            self._commands(known, likely, chosen[0], ids),
            [],
            self._window,
            self.tr("Which entity is “{name}”?").format(name=chosen[0].name or chosen[0].span.of(session.text)),
            lambda typed: Command("", typed, "", self.tr("new entity"), partial(self._take, ids, typed)),
            in_hand=bool(likely),  # or Enter would link to whichever name the alphabet puts first
        ).open_over(self._window)

    def _not_read(self, error: object) -> None:
        if isinstance(error, DatelineError):
            self._bench.failed.emit(error.sentence(self._bench.language))

    def _commands(
        self, known: Sequence[Known], likely: Sequence[Candidate], mention: Mention, ids: Sequence[str]
    ) -> list[Command]:
        """The likely entities with the reason, then the others of the label in their order."""
        first = {c.entity.id for c in likely}
        same = [k.entity for k in known if k.entity.label == mention.label]
        rest = [e for e in same if e.id not in first and fold(e.name) != fold(mention.name)]
        return [
            Command(c.entity.id, c.entity.name, "", self._reason(c.likeness), partial(self._take, ids, c.entity.name))
            for c in likely
        ] + [Command(e.id, e.name, "", "", partial(self._take, ids, e.name)) for e in rest]

    def _take(self, ids: Sequence[str], name: str) -> None:
        self._bench.decide(decisions.rename_entity(self._bench.state, ids, name, "link"))

    def _reason(self, likeness: Likeness) -> str:
        return {
            Likeness.NAME: self.tr("same name"),
            Likeness.ALIAS: self.tr("another of its names"),
            Likeness.SURNAME: self.tr("same surname"),
            Likeness.INITIALS: self.tr("initials"),
            Likeness.SIMILAR: self.tr("similar name"),
        }[likeness]
