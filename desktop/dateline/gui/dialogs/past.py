"""The history of the open article: who did what when, how the article stood after it, and the way back there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QDateTime, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dateline.core.annotation import Status
from dateline.core.history import Entry, Kind
from dateline.core.review import Decision, ReviewState
from dateline.gui import words
from dateline.gui.dates import locale
from dateline.gui.fit import fit
from dateline.services.past import Together, state_after, way_to

_PLACE = Qt.ItemDataRole.UserRole


class PastDialog(QDialog):
    """Lists the steps, the latest first; choosing one says how the article stood then. `decision()` leads back."""

    def __init__(
        self,
        entries: Sequence[Entry],
        now: ReviewState,
        language: str,
        parent: QWidget,
        together: Mapping[str, Together] | None = None,
    ) -> None:
        """`together`: what belongs to the steps of a group elsewhere, by the group."""
        super().__init__(parent)
        self._together = together or {}
        self.setWindowTitle(self.tr("History of the article"))
        self._entries = entries
        self._now = now
        self._list = QTreeWidget(self)
        self._list.setRootIsDecorated(False)
        self._list.setUniformRowHeights(True)
        self._list.setAccessibleName(self.tr("Steps"))
        self._list.setHeaderLabels([self.tr("When"), self.tr("Who"), self.tr("What"), "", self.tr("Together with")])
        self._says = QLabel(self)
        self._says.setWordWrap(True)
        self._buttons = QDialogButtonBox(self)
        self._restore = self._buttons.addButton(
            self.tr("Go back to this state"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._says)
        layout.addWidget(self._buttons)
        self._list.currentItemChanged.connect(lambda _now, _before: self._describe())
        self._fill(language)
        fit(self, 64 if self._together else 46, 30)

    def _fill(self, language: str) -> None:
        where = locale(language)
        for place in range(len(self._entries) - 1, -1, -1):
            entry = self._entries[place]
            moment = QDateTime.fromSecsSinceEpoch(int(entry.decision.at.timestamp()))
            item = QTreeWidgetItem(
                [
                    where.toString(moment, "d MMM yyyy HH:mm:ss"),
                    self._who(entry),
                    self._what(entry),
                    words.subject(entry.decision),
                    self._elsewhere(entry),
                ]
            )
            item.setData(0, _PLACE, place)
            item.setToolTip(4, item.text(4))
            self._list.addTopLevelItem(item)
        self._list.setColumnHidden(4, not self._together)
        for column in range(4 if self._together else 3):
            self._list.resizeColumnToContents(column)
            self._list.setColumnWidth(column, self._list.columnWidth(column) + self.fontMetrics().height())
        latest = self._list.topLevelItem(0)
        if latest is not None:
            self._list.setCurrentItem(latest)
        self._describe()

    def _who(self, entry: Entry) -> str:
        return self.tr("Suggester") if entry.kind is Kind.MACHINE else entry.by

    def _what(self, entry: Entry) -> str:
        verb = words.verb(entry.decision.verb)
        match entry.kind:
            case Kind.UNDO:
                return self.tr("undo: {step}").format(step=verb)
            case Kind.REDO:
                return self.tr("redo: {step}").format(step=verb)
        return verb

    def _elsewhere(self, entry: Entry) -> str:
        """What was done with a step in other places; "" for a step of its own."""
        found = self._together.get(entry.decision.group or "")
        if found is None:
            return ""
        parts = [self.tr("one step in %n article(s)", "", found.articles)]
        about = found.about.decision if found.about is not None else None
        if about is not None:
            parts.append(self.tr("project: {step}").format(step=words.step(about)))
        return " · ".join(parts)

    def state(self) -> ReviewState | None:
        """How the article stood after the chosen step."""
        item = self._list.currentItem()
        return state_after(self._entries[: item.data(0, _PLACE) + 1]) if item is not None else None

    def decision(self) -> Decision | None:
        """The step back to the chosen state; None where nothing is chosen."""
        then = self.state()
        return way_to(self._now, then) if then is not None else None

    def _describe(self) -> None:
        then = self.state()
        if then is None:
            self._says.setText(self.tr("Nothing has been done in this article yet."))
            self._restore.setEnabled(False)
            return
        records = list(then.records())
        counts = {status: sum(r.status is status for r in records) for status in Status}
        self._says.setText(
            self.tr("Then: {accepted} accepted, {open} to decide, {rejected} rejected.").format(
                accepted=counts[Status.ACCEPTED], open=counts[Status.SUGGESTED], rejected=counts[Status.REJECTED]
            )
        )
        self._restore.setEnabled(bool(way_to(self._now, then).edits))
