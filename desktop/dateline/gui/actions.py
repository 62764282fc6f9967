"""Every action of the window, declared once: menus, tool bar, tool tips, shortcuts and the cheat sheet derive from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from dateline.gui.i18n import QT_TRANSLATE_NOOP
from dateline.gui.icons import icon

if TYPE_CHECKING:
    from dateline.gui.keymap import Keymap


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action. `scope`: "window", or "article" where its keys belong to the text only. `text`: English source."""

    id: str
    menu: str
    text: str
    keys: tuple[str, ...] = ()
    scope: str = "window"
    icon: str = ""
    toolbar: bool = False
    checkable: bool = False
    tip: str = ""
    short: str = ""
    """What stands beside the icon in the tool bar; "" for the icon alone."""


MENUS = {
    "file": QT_TRANSLATE_NOOP("Actions", "&File"),
    "edit": QT_TRANSLATE_NOOP("Actions", "&Edit"),
    "review": QT_TRANSLATE_NOOP("Actions", "&Review"),
    "mark": QT_TRANSLATE_NOOP("Actions", "&Mark"),
    "view": QT_TRANSLATE_NOOP("Actions", "&View"),
    "help": QT_TRANSLATE_NOOP("Actions", "&Help"),
}

SEPARATOR = ActionSpec("", "", "")

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("article.open", "file", QT_TRANSLATE_NOOP("Actions", "Open articles…"), ("Ctrl+O",), icon="open", toolbar=True,
               tip=QT_TRANSLATE_NOOP("Actions", "Add text files to the project")),
    ActionSpec("article.paste", "file", QT_TRANSLATE_NOOP("Actions", "Paste article…"), ("Ctrl+Shift+V",), icon="paste", toolbar=True,
               tip=QT_TRANSLATE_NOOP("Actions", "Add the text on the clipboard to the project")),
    ActionSpec("article.remove", "file", QT_TRANSLATE_NOOP("Actions", "Move article to trash"), ("Ctrl+Backspace",),
               tip=QT_TRANSLATE_NOOP("Actions", "Take the open article out of the project; it can be taken back")),
    ActionSpec("article.trash", "file", QT_TRANSLATE_NOOP("Actions", "Trash…"),
               tip=QT_TRANSLATE_NOOP("Actions", "Take an article out of the trash, with everything that was decided about it")),
    SEPARATOR,
    ActionSpec("project.new", "file", QT_TRANSLATE_NOOP("Actions", "New project…"), ("Ctrl+N",), icon="project-new",
               tip=QT_TRANSLATE_NOOP("Actions", "Begin an empty project: one file that holds your articles and decisions")),
    ActionSpec("project.open", "file", QT_TRANSLATE_NOOP("Actions", "Open project…"), ("Ctrl+Shift+O",), icon="project",
               tip=QT_TRANSLATE_NOOP("Actions", "Go on with a project file (*.dateline)")),
    ActionSpec("project.sample", "file", QT_TRANSLATE_NOOP("Actions", "Open the sample project"), icon="sample",
               tip=QT_TRANSLATE_NOOP("Actions", "Try everything out on five short articles")),
    ActionSpec("codebook.edit", "file", QT_TRANSLATE_NOOP("Actions", "Codebook…"), ("Ctrl+B",),
               tip=QT_TRANSLATE_NOOP("Actions", "Labels, event types, roles, modalities and modes of this project, with their keys and colours")),
    SEPARATOR,
    ActionSpec("project.save", "file", QT_TRANSLATE_NOOP("Actions", "Save"), ("Ctrl+S",),
               tip=QT_TRANSLATE_NOOP("Actions", "Every step is saved at once; this says so, or tries again where it failed")),
    ActionSpec("export.excel", "file", QT_TRANSLATE_NOOP("Actions", "Export to Excel…"), ("Ctrl+E",), icon="excel", toolbar=True, short=QT_TRANSLATE_NOOP("Actions", "Excel"),
               tip=QT_TRANSLATE_NOOP("Actions", "Write the whole project to an Excel workbook")),
    ActionSpec("sheet.print", "file", QT_TRANSLATE_NOOP("Actions", "Print…"), ("Ctrl+P",)),
    ActionSpec("sheet.pdf", "file", QT_TRANSLATE_NOOP("Actions", "Save as PDF…"),
               tip=QT_TRANSLATE_NOOP("Actions", "The article with its marks and a legend")),
    ActionSpec("sheet.picture", "file", QT_TRANSLATE_NOOP("Actions", "Save as picture…"),
               tip=QT_TRANSLATE_NOOP("Actions", "The article with its marks and a legend")),
    SEPARATOR,
    ActionSpec("app.quit", "file", QT_TRANSLATE_NOOP("Actions", "Quit"), ("Ctrl+Q",)),
    ActionSpec("edit.undo", "edit", QT_TRANSLATE_NOOP("Actions", "Undo"), ("Ctrl+Z",), icon="undo", toolbar=True),
    ActionSpec("edit.redo", "edit", QT_TRANSLATE_NOOP("Actions", "Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), icon="redo", toolbar=True),
    SEPARATOR,
    ActionSpec("edit.copy", "edit", QT_TRANSLATE_NOOP("Actions", "Copy"), ("Ctrl+C",), scope="article"),
    ActionSpec("edit.copy_rows", "edit", QT_TRANSLATE_NOOP("Actions", "Copy as table rows"), ("Ctrl+Shift+C",),
               tip=QT_TRANSLATE_NOOP("Actions", "The selected mention or event as cells that Excel takes")),
    ActionSpec("edit.history", "edit", QT_TRANSLATE_NOOP("Actions", "History of the article…"), ("Ctrl+H",),
               tip=QT_TRANSLATE_NOOP("Actions", "Every step with who and when, and the way back to any of them")),
    ActionSpec("edit.delete", "edit", QT_TRANSLATE_NOOP("Actions", "Delete"), ("Del",), scope="article",
               tip=QT_TRANSLATE_NOOP("Actions", "Take the selected mark away; a suggestion is rejected")),
    SEPARATOR,
    ActionSpec("edit.find", "edit", QT_TRANSLATE_NOOP("Actions", "Find in the article…"), ("Ctrl+F",), icon="search"),
    ActionSpec("edit.search", "edit", QT_TRANSLATE_NOOP("Actions", "Search the project…"), ("Ctrl+Shift+F",),
               tip=QT_TRANSLATE_NOOP("Actions", "Find words in all articles, see each in its place, label or copy them")),
    ActionSpec("edit.find_next", "edit", QT_TRANSLATE_NOOP("Actions", "Next hit"), ("F3",)),
    ActionSpec("edit.find_previous", "edit", QT_TRANSLATE_NOOP("Actions", "Previous hit"), ("Shift+F3",)),
    ActionSpec("suggest.run", "review", QT_TRANSLATE_NOOP("Actions", "Make suggestions"), ("F5",), icon="suggest", toolbar=True, short=QT_TRANSLATE_NOOP("Actions", "Suggest"),
               tip=QT_TRANSLATE_NOOP("Actions", "Suggest entities, dates, events and quotes for this article")),
    ActionSpec("suggest.cancel", "review", QT_TRANSLATE_NOOP("Actions", "Stop suggesting"), ("Ctrl+.",)),
    ActionSpec("suggest.source", "review", QT_TRANSLATE_NOOP("Actions", "Source of suggestions…"),
               tip=QT_TRANSLATE_NOOP("Actions", "Choose whether a spaCy pipeline of your own makes suggestions in this project")),
    SEPARATOR,
    ActionSpec("review.next", "review", QT_TRANSLATE_NOOP("Actions", "Next suggestion"), ("J",), icon="next", toolbar=True),
    ActionSpec("review.previous", "review", QT_TRANSLATE_NOOP("Actions", "Previous suggestion"), ("K",), icon="previous", toolbar=True),
    ActionSpec("review.accept", "review", QT_TRANSLATE_NOOP("Actions", "Accept"), ("A",), icon="accept", toolbar=True, short=QT_TRANSLATE_NOOP("Actions", "Accept")),
    ActionSpec("review.reject", "review", QT_TRANSLATE_NOOP("Actions", "Reject"), ("X",), icon="reject", toolbar=True, short=QT_TRANSLATE_NOOP("Actions", "Reject")),
    ActionSpec("review.flag", "review", QT_TRANSLATE_NOOP("Actions", "Flag for later"), ("U",), icon="flag", toolbar=True, short=QT_TRANSLATE_NOOP("Actions", "Flag")),
    ActionSpec("review.accept_all", "review", QT_TRANSLATE_NOOP("Actions", "Accept all shown"), ("Ctrl+Shift+Return",), icon="accept-all",
               tip=QT_TRANSLATE_NOOP("Actions", "Accept every suggestion that the list shows now, as one step")),
    ActionSpec("review.accept_to_here", "review", QT_TRANSLATE_NOOP("Actions", "Accept up to here"), ("Shift+A",),
               tip=QT_TRANSLATE_NOOP("Actions", "Accept every open suggestion from the start of the text up to this one, as one step")),
    ActionSpec("review.accept_like", "review", QT_TRANSLATE_NOOP("Actions", "Accept all like this…"), ("G",),
               tip=QT_TRANSLATE_NOOP("Actions", "Accept all of the same label, name or source, or all that are as certain, as one step")),
    ActionSpec("review.order", "review", QT_TRANSLATE_NOOP("Actions", "Order of suggestions…"), ("Shift+O",),
               tip=QT_TRANSLATE_NOOP("Actions", "In which order the list stands and the keys go: as the text, by label, least certain first")),
    SEPARATOR,
    ActionSpec("review.next_event", "review", QT_TRANSLATE_NOOP("Actions", "Next event"), ("N",)),
    ActionSpec("review.previous_event", "review", QT_TRANSLATE_NOOP("Actions", "Previous event"), ("Shift+N",)),
    ActionSpec("review.here", "review", QT_TRANSLATE_NOOP("Actions", "Next mark at this place"), ("O",),
               tip=QT_TRANSLATE_NOOP("Actions", "Walk through nested and overlapping marks")),
    SEPARATOR,
    ActionSpec("review.flag_article", "review", QT_TRANSLATE_NOOP("Actions", "Flag the article"), ("Ctrl+Shift+U",), checkable=True,
               tip=QT_TRANSLATE_NOOP("Actions", "Mark the whole article to come back to; again, or when it is done, the flag goes")),
    ActionSpec("review.note_article", "review", QT_TRANSLATE_NOOP("Actions", "Note on the article…"), ("Ctrl+Shift+N",), icon="note",
               tip=QT_TRANSLATE_NOOP("Actions", "Write down something about the article as a whole")),
    ActionSpec("review.done", "review", QT_TRANSLATE_NOOP("Actions", "Done, next article"), ("Ctrl+Return",), icon="done", toolbar=True, short=QT_TRANSLATE_NOOP("Actions", "Done")),
    ActionSpec("mark.label", "mark", QT_TRANSLATE_NOOP("Actions", "Label…"), ("L",),
               tip=QT_TRANSLATE_NOOP("Actions", "Label the selected words, or give the selected mark another label or type")),
    ActionSpec("mark.everywhere", "mark", QT_TRANSLATE_NOOP("Actions", "The same label everywhere…"), ("Ctrl+Shift+A",),
               tip=QT_TRANSLATE_NOOP("Actions", "Label every place of these words, in the article or the project, after a look at them")),
    ActionSpec("mark.link", "mark", QT_TRANSLATE_NOOP("Actions", "Link to an entity…"), ("M",),
               tip=QT_TRANSLATE_NOOP("Actions", "Choose which known entity of the project the selected mention or group means")),
    ActionSpec("mark.event", "mark", QT_TRANSLATE_NOOP("Actions", "Event…"), ("E",),
               tip=QT_TRANSLATE_NOOP("Actions", "Make an event of the selected word")),
    ActionSpec("mark.role", "mark", QT_TRANSLATE_NOOP("Actions", "Role in the event, speaker…"), ("R",),
               tip=QT_TRANSLATE_NOOP("Actions", "Say who takes part in the event or who said the quote; the same role again takes it away")),
    ActionSpec("mark.modality", "mark", QT_TRANSLATE_NOOP("Actions", "Reality of the event…"), ("Shift+E",),
               tip=QT_TRANSLATE_NOOP("Actions", "Say whether the event happened, is planned, denied or supposed")),
    ActionSpec("mark.mode", "mark", QT_TRANSLATE_NOOP("Actions", "Mode of the event…"), ("Shift+W",),
               tip=QT_TRANSLATE_NOOP("Actions", "Say in which way the event happened")),
    ActionSpec("mark.value", "mark", QT_TRANSLATE_NOOP("Actions", "Value…"), ("V",),
               tip=QT_TRANSLATE_NOOP("Actions", "What the selected words mean: the date, the amount; or when the event happens")),
    ActionSpec("mark.quote", "mark", QT_TRANSLATE_NOOP("Actions", "Quote"), ("Q",),
               tip=QT_TRANSLATE_NOOP("Actions", "Mark the selected words as a quote")),
    SEPARATOR,
    ActionSpec("mark.end_right", "mark", QT_TRANSLATE_NOOP("Actions", "End one word further"), ("Alt+Right",)),
    ActionSpec("mark.end_left", "mark", QT_TRANSLATE_NOOP("Actions", "End one word back"), ("Alt+Left",)),
    ActionSpec("mark.start_right", "mark", QT_TRANSLATE_NOOP("Actions", "Start one word further"), ("Shift+Alt+Right",)),
    ActionSpec("mark.start_left", "mark", QT_TRANSLATE_NOOP("Actions", "Start one word back"), ("Shift+Alt+Left",)),
    ActionSpec("mark.end_right_char", "mark", QT_TRANSLATE_NOOP("Actions", "End one letter further"), ("Ctrl+Alt+Right",)),
    ActionSpec("mark.end_left_char", "mark", QT_TRANSLATE_NOOP("Actions", "End one letter back"), ("Ctrl+Alt+Left",)),
    ActionSpec("mark.start_right_char", "mark", QT_TRANSLATE_NOOP("Actions", "Start one letter further"), ("Ctrl+Shift+Alt+Right",)),
    ActionSpec("mark.start_left_char", "mark", QT_TRANSLATE_NOOP("Actions", "Start one letter back"), ("Ctrl+Shift+Alt+Left",)),
    ActionSpec("view.palette", "view", QT_TRANSLATE_NOOP("Actions", "Command palette…"), ("Ctrl+K",),
               tip=QT_TRANSLATE_NOOP("Actions", "Find and do anything by a few letters of its name")),
    SEPARATOR,
    ActionSpec("view.articles", "view", QT_TRANSLATE_NOOP("Actions", "Articles"), ("Ctrl+1",),
               tip=QT_TRANSLATE_NOOP("Actions", "Go to the list of articles")),
    ActionSpec("view.text", "view", QT_TRANSLATE_NOOP("Actions", "Text"), ("Ctrl+2",), tip=QT_TRANSLATE_NOOP("Actions", "Go to the text")),
    ActionSpec("view.review", "view", QT_TRANSLATE_NOOP("Actions", "Review panel"), ("Ctrl+3",),
               tip=QT_TRANSLATE_NOOP("Actions", "Go to the review panel")),
    ActionSpec("view.next_part", "view", QT_TRANSLATE_NOOP("Actions", "Next part of the window"), ("F6",),
               tip=QT_TRANSLATE_NOOP("Actions", "Round the window: articles, headline, text, review, tool bar")),
    ActionSpec("view.previous_part", "view", QT_TRANSLATE_NOOP("Actions", "Previous part of the window"), ("Shift+F6",)),
    ActionSpec("view.registry", "view", QT_TRANSLATE_NOOP("Actions", "Entity registry…"), ("Ctrl+Shift+E",),
               tip=QT_TRANSLATE_NOOP("Actions", "The entities of the project: names, country, sector, and where they appear")),
    SEPARATOR,
    ActionSpec("view.show_articles", "view", QT_TRANSLATE_NOOP("Actions", "Show the list of articles"), ("F9",), checkable=True,
               tip=QT_TRANSLATE_NOOP("Actions", "Without it there is more room for the text, on small screens or with large letters")),
    ActionSpec("view.show_review", "view", QT_TRANSLATE_NOOP("Actions", "Show the review panel"), ("Shift+F9",), checkable=True,
               tip=QT_TRANSLATE_NOOP("Actions", "Without it there is more room for the text, on small screens or with large letters")),
    SEPARATOR,
    ActionSpec("view.zoom_in", "view", QT_TRANSLATE_NOOP("Actions", "Larger text"), ("Ctrl++", "Ctrl+=")),
    ActionSpec("view.zoom_out", "view", QT_TRANSLATE_NOOP("Actions", "Smaller text"), ("Ctrl+-",)),
    ActionSpec("view.wider", "view", QT_TRANSLATE_NOOP("Actions", "Longer lines"), ("Ctrl+Alt++", "Ctrl+Alt+=")),
    ActionSpec("view.narrower", "view", QT_TRANSLATE_NOOP("Actions", "Shorter lines"), ("Ctrl+Alt+-",)),
    ActionSpec("view.zoom_reset", "view", QT_TRANSLATE_NOOP("Actions", "Normal text size"), ("Ctrl+0",)),
    ActionSpec("view.typeface", "view", QT_TRANSLATE_NOOP("Actions", "Typeface…"), ("Ctrl+Shift+T",),
               tip=QT_TRANSLATE_NOOP("Actions", "The typeface of the article and how far its lines stand apart")),
    ActionSpec("view.guide", "view", QT_TRANSLATE_NOOP("Actions", "Definition of the selected mark"), ("Ctrl+G",), checkable=True,
               tip=QT_TRANSLATE_NOOP("Actions", "What the codebook says of the label or type, below the review panel")),
    ActionSpec("view.tags", "view", QT_TRANSLATE_NOOP("Actions", "Show labels in the text"), ("Ctrl+T",), checkable=True),
    ActionSpec("help.keys", "help", QT_TRANSLATE_NOOP("Actions", "Keys"), ("F1",)),
    ActionSpec("help.rebind", "help", QT_TRANSLATE_NOOP("Actions", "Change keys…"),
               tip=QT_TRANSLATE_NOOP("Actions", "Give any action the key that you want")),
    ActionSpec("help.tour", "help", QT_TRANSLATE_NOOP("Actions", "Tour in three steps"),
               tip=QT_TRANSLATE_NOOP("Actions", "Shows on the sample project where everything is")),
    ActionSpec("help.about", "help", QT_TRANSLATE_NOOP("Actions", "About Dateline")),
)  # fmt: skip

IN_TEXT = "@text"
"""Ends the ids of the keys that an action has within the text alone."""
ARTICLE_KEYS = {"review.next": ("Tab",), "review.previous": ("Shift+Tab",), "review.accept": ("Return", "Enter")}
"""Keys that mean something else outside the text (Tab moves the focus there) and so belong to the text alone."""


def sequence(key: str) -> QKeySequence:
    """A declared key. Qt's constructor would read it in the language of the window, where `Return` may be `Enter`."""
    return QKeySequence.fromString(key, QKeySequence.SequenceFormat.PortableText)


def words(text: str) -> str:
    """The translation of a declared text."""
    return QCoreApplication.translate("Actions", text)


class Actions(QObject):
    """The `QAction` of every declared action, with the keys that are set."""

    refused = Signal(str)
    """The key of an action (its id) was pressed that cannot be done now: somebody wonders why nothing happens."""

    def __init__(self, keymap: Keymap, window: QWidget, article: QWidget) -> None:
        super().__init__(window)
        self.keymap = keymap
        self._actions: dict[str, QAction] = {}
        self._article_actions: dict[str, QAction] = {}
        self._refusals: dict[str, QShortcut] = {}
        for spec in ACTIONS:
            if not spec.id:
                continue
            owner = article if spec.scope == "article" else window
            action = QAction(owner)
            action.setObjectName(spec.id)
            action.setCheckable(spec.checkable)
            if spec.scope == "article":
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            owner.addAction(action)
            self._actions[spec.id] = action
            if spec.id in ARTICLE_KEYS:
                twin = QAction(article)
                twin.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                twin.triggered.connect(action.trigger)
                action.enabledChanged.connect(twin.setEnabled)
                article.addAction(twin)
                self._article_actions[spec.id] = twin
            self._refuse(spec.id, owner, action.shortcutContext())
            if spec.id in ARTICLE_KEYS:
                self._refuse(spec.id + IN_TEXT, article, Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._set_keys()
        keymap.changed.connect(self._set_keys)

    def __getitem__(self, id: str) -> QAction:
        return self._actions[id]

    def bind(self, id: str, handler: Callable[[], object]) -> None:
        """Says what an action does."""
        self._actions[id].triggered.connect(lambda _checked=False: handler())

    def _refuse(self, id: str, owner: QWidget, context: Qt.ShortcutContext) -> None:
        """Takes the keys of an action while it is disabled, which Qt would let pass without a word."""
        refusal = QShortcut(owner)
        refusal.setContext(context)
        refusal.setEnabled(False)
        about = id.removesuffix(IN_TEXT)
        self._actions[about].enabledChanged.connect(lambda enabled: refusal.setEnabled(not enabled))
        refusal.activated.connect(lambda: self.refused.emit(about))
        self._refusals[id] = refusal

    def _set_keys(self) -> None:
        for id, action in self._actions.items():
            action.setShortcuts([sequence(key) for key in self.keymap.keys(id)])
        for id, twin in self._article_actions.items():
            twin.setShortcuts([sequence(key) for key in self.keymap.keys(id + IN_TEXT)])
        for id, refusal in self._refusals.items():
            refusal.setKeys([sequence(key) for key in self.keymap.keys(id)])
        self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is installed now."""
        for spec in ACTIONS:
            if not spec.id:
                continue
            action = self._actions[spec.id]
            action.setText(words(spec.text))
            keys = self.keymap.written(spec.id)
            tip = words(spec.tip) if spec.tip else words(spec.text).rstrip("…")
            action.setToolTip(f"{tip} ({keys[0]})" if keys else tip)
            action.setStatusTip(tip)
            if spec.short:
                action.setIconText(words(spec.short))

    def refresh_icons(self) -> None:
        """Icons in the colours of the theme."""
        for spec in ACTIONS:
            if spec.icon:
                self._actions[spec.id].setIcon(icon(spec.icon))
