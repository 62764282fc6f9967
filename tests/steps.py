"""Random steps over an invented article: what an analyst and the suggester might do, for walks of any length."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from random import Random

from dateline.core import decisions
from dateline.core.annotation import Argument, Event, Mention, Origin, Quote, Status
from dateline.core.article import Article, ArticleStatus, Metadata
from dateline.core.ids import new_id
from dateline.core.ledger import ProjectDecision, PutEntity
from dateline.core.ports import Project
from dateline.core.registry import Entity
from dateline.core.review import Decision, ReviewState
from dateline.core.spans import Span
from dateline.core.suggestion import Suggestions
from dateline.core.text import FrozenText, digest
from dateline.services.ledger import Ledger

TEXT = (
    "Kızılova Belediye Başkanı Ayşe Şırdan, dün Yeşilköy'de komşu ilin valisiyle görüştü. "
    "“Köprü yıl sonuna kadar açılacak 🚒” dedi. İki taraf 3,5 milyon liralık bir anlaşma imzaladı; "
    "muhalefet 12 Mart'ta yürüyüş düzenleyeceğini duyurdu."
)
CODER = "Işıl Ağaoğlu"
LABELS = ("PERSON", "ORG", "GPE", "DATE", "MONEY")
TYPES = ("AGREE", "CONSULT", "PROTEST")
ROLES = ("actor", "recipient", "location", "source")
MACHINE = ("rule", "gazetteer", "model", "memory")


def span(rng: Random) -> Span:
    start = rng.randrange(len(TEXT) - 1)
    return Span(start, rng.randrange(start + 1, min(len(TEXT), start + 30) + 1))


def origin(rng: Random) -> Origin:
    params = {"name": rng.choice(["Şırdan", "İl", "=1+1"])} if rng.random() < 0.5 else {}
    return Origin(rng.choice(MACHINE), "suggest.reason", params, rng.choice([None, 0.25, 1.0]))


def suggestions(rng: Random, text: str = TEXT) -> Suggestions:
    """A run of the suggester over a text that starts as `TEXT`: mentions, events and quotes that refer to them."""
    mentions = tuple(
        Mention(
            new_id(), span(rng), rng.choice(LABELS), Status.SUGGESTED, origin(rng), rng.choice(["", "Ayşe", "IŞIK"])
        )
        for _ in range(rng.randrange(5))
    )
    ids = [m.id for m in mentions]
    events = tuple(
        Event(
            new_id(),
            rng.choice(TYPES),
            span(rng),
            Status.SUGGESTED,
            origin(rng),
            when=rng.choice([None, "2031-03-12"]),
            arguments=tuple(Argument(rng.choice(ROLES), id) for id in rng.sample(ids, rng.randrange(len(ids) + 1))),
        )
        for _ in range(rng.randrange(3))
    )
    quotes = tuple(
        Quote(new_id(), span(rng), Status.SUGGESTED, origin(rng), rng.choice([None, *ids]))
        for _ in range(rng.randrange(2))
    )
    return Suggestions(digest(text), mentions, events, quotes)


def decision(rng: Random, state: ReviewState) -> Decision:
    """One step that an analyst could take in this state."""
    choices: list[Callable[[], Decision]] = [
        lambda: decisions.add_mention(span(rng), rng.choice(LABELS), TEXT, value=rng.choice([None, "2031-03-12"])),
        lambda: decisions.add_event(span(rng), rng.choice(TYPES), TEXT)[0],
        lambda: decisions.add_quote(span(rng), TEXT, rng.choice([None, *state.mentions])),
    ]
    records = list(state.records())
    if records:
        some = [r.id for r in rng.sample(records, rng.randrange(1, len(records) + 1))]
        one = rng.choice(records)
        choices += [
            lambda: decisions.set_status(state, some, rng.choice(list(Status)), TEXT),
            lambda: decisions.delete(state, some, TEXT),
            lambda: decisions.move_boundary(state, one.id, span(rng), TEXT),
            lambda: decisions.rewrite(
                replace(one, note=rng.choice(["", "emin değilim", "'; DROP TABLE mention"])), TEXT
            ),
        ]
        if not isinstance(one, Quote):
            new = rng.choice(LABELS if isinstance(one, Mention) else TYPES)
            choices.append(lambda: decisions.relabel(state, one.id, new, TEXT))
    if state.mentions and state.events:
        event, mention = rng.choice(list(state.events)), rng.choice(list(state.mentions))
        choices.append(lambda: decisions.fill_role(state, event, rng.choice(ROLES), mention, TEXT))
    if state.quotes:
        quote, speaker = rng.choice(list(state.quotes)), rng.choice([None, *state.mentions])
        choices.append(lambda: decisions.set_speaker(state, quote, speaker, TEXT))
    return rng.choice(choices)()


def article(text: str = TEXT, title: str = "Köprü", number: int = 0) -> Article:
    """An invented article."""
    return Article(
        new_id(),
        FrozenText(text),
        Metadata(title, "Kızılova Postası", "tr", date(2031, 3, 10)),
        ArticleStatus.NEW,
        datetime(2031, 3, 11, 8, 30, number, 250, tzinfo=UTC),
        "köprü.txt",
    )


def say(project: Project, *said: Entity) -> None:
    """Says something of entities, as one step about the project."""
    Ledger(project, CODER).decide(ProjectDecision("describe", tuple(PutEntity(entity) for entity in said)))
