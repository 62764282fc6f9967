"""Words for states and sources, said in the same way everywhere in the window."""

from __future__ import annotations

from html import escape
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import Qt

from dateline.core.acts import Act
from dateline.core.agenda import CERTAINTY, LABEL, TEXT
from dateline.core.annotation import Status
from dateline.core.article import ArticleStatus


def tip(words: str) -> str:
    """Words from outside (a title, a name, a path) as a tool tip: Qt would take what looks like markup for markup."""
    return f'<p style="white-space:pre-wrap">{escape(words)}</p>' if Qt.mightBeRichText(words) else words


def article_status(status: ArticleStatus) -> str:
    """How far an article is."""
    return {
        ArticleStatus.NEW: QCoreApplication.translate("Words", "New"),
        ArticleStatus.SUGGESTED: QCoreApplication.translate("Words", "Suggestions waiting"),
        ArticleStatus.IN_REVIEW: QCoreApplication.translate("Words", "In review"),
        ArticleStatus.DONE: QCoreApplication.translate("Words", "Done"),
        ArticleStatus.FLAGGED: QCoreApplication.translate("Words", "Flagged"),
    }[status]


def noted() -> str:
    """That an article has a note."""
    return QCoreApplication.translate("Words", "has a note")


def status(value: Status) -> str:
    """What has been decided about a record."""
    return {
        Status.SUGGESTED: QCoreApplication.translate("Words", "suggested"),
        Status.ACCEPTED: QCoreApplication.translate("Words", "accepted"),
        Status.REJECTED: QCoreApplication.translate("Words", "rejected"),
        Status.FLAGGED: QCoreApplication.translate("Words", "flagged"),
    }[value]


def source(name: str) -> str:
    """Where a record came from."""
    return {
        "rule": QCoreApplication.translate("Words", "rule"),
        "gazetteer": QCoreApplication.translate("Words", "word list"),
        "model": QCoreApplication.translate("Words", "trained model"),
        "memory": QCoreApplication.translate("Words", "memory"),
        "analyst": QCoreApplication.translate("Words", "analyst"),
    }.get(name, name)


def order(name: str) -> str:
    """An order in which suggestions are gone through."""
    return {
        TEXT: QCoreApplication.translate("Words", "In text order"),
        LABEL: QCoreApplication.translate("Words", "By label"),
        CERTAINTY: QCoreApplication.translate("Words", "Least certain first"),
    }[name]


def order_meaning(name: str) -> str:
    """What an order is good for."""
    return {
        TEXT: QCoreApplication.translate("Words", "As one reads"),
        LABEL: QCoreApplication.translate("Words", "All of one label, then all of the next"),
        CERTAINTY: QCoreApplication.translate("Words", "Doubtful ones first; those without a score at the end"),
    }[name]


def percent(score: float) -> str:
    """A probability as a whole percentage, written as the language writes it."""
    return QCoreApplication.translate("Words", "{number}%").format(number=round(score * 100))


def verb(name: str) -> str:
    """What a step was, for the undo menu."""
    return {
        "accept": QCoreApplication.translate("Words", "accept"),
        "reject": QCoreApplication.translate("Words", "reject"),
        "flag": QCoreApplication.translate("Words", "flag"),
        "reopen": QCoreApplication.translate("Words", "reopen"),
        "add": QCoreApplication.translate("Words", "mark"),
        "relabel": QCoreApplication.translate("Words", "change label"),
        "move": QCoreApplication.translate("Words", "move boundary"),
        "delete": QCoreApplication.translate("Words", "delete"),
        "edit": QCoreApplication.translate("Words", "edit"),
        "role": QCoreApplication.translate("Words", "role"),
        "speaker": QCoreApplication.translate("Words", "speaker"),
        "rename": QCoreApplication.translate("Words", "rename"),
        "link": QCoreApplication.translate("Words", "link to an entity"),
        "when": QCoreApplication.translate("Words", "date"),
        "mode": QCoreApplication.translate("Words", "mode"),
        "modality": QCoreApplication.translate("Words", "reality"),
        "restore": QCoreApplication.translate("Words", "go back"),
        "suggest": QCoreApplication.translate("Words", "suggest"),
        "value": QCoreApplication.translate("Words", "value"),
        "everywhere": QCoreApplication.translate("Words", "label everywhere"),
        "recode": QCoreApplication.translate("Words", "change of codebook"),
        "note": QCoreApplication.translate("Words", "note"),
        "describe": QCoreApplication.translate("Words", "entity details"),
        "merge": QCoreApplication.translate("Words", "merge entities"),
        "extend": QCoreApplication.translate("Words", "additions to the codebook"),
    }.get(name, name)


def step(act: Act[Any]) -> str:
    """A step by its verb and what it was about."""
    about = subject(act)
    if about != act.subject:
        return f"{verb(act.verb)} ({about})"
    return f"{verb(act.verb)} “{about}”" if about else verb(act.verb)


def subject(act: Act[Any]) -> str:
    """What a step was about: the words of one record, or how many records in words; "" where nothing is named."""
    if not act.subject.isdecimal():
        return act.subject
    number = int(act.subject)
    if act.verb == "suggest":
        one = QCoreApplication.translate("Words", "one suggestion")
        return one if number == 1 else QCoreApplication.translate("Words", "%n suggestions", "", number)
    # A mention may be "41" itself: a step with many records has as many edits.
    if act.verb == "recode" or 1 < number <= len(act.edits):
        one = QCoreApplication.translate("Words", "one record")
        return one if number == 1 else QCoreApplication.translate("Words", "%n records", "", number)
    return act.subject
