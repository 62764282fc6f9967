"""Mentions grouped into entities, kept up to date step by step. No Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from dateline.core import turkish
from dateline.core.annotation import Mention, Record, Status
from dateline.core.review import Change, ReviewState

EntityKey = tuple[str, str]
"""Folded canonical name and label: mentions that share both are one entity."""


class EntityIndex:
    """The entities of one article: who is mentioned where. Rejected mentions belong to none."""

    def __init__(self, state: ReviewState, text: str) -> None:
        self._text = text
        self._members: dict[EntityKey, dict[str, Mention]] = {}
        for mention in state.mentions.values():
            self._add(mention)

    def key(self, mention: Mention) -> EntityKey:
        return (turkish.fold(self._name(mention)), mention.label)

    def __iter__(self) -> Iterator[EntityKey]:
        return iter(self._members)

    def __len__(self) -> int:
        return len(self._members)

    def take(self, changes: Sequence[Change]) -> set[EntityKey]:
        """Takes in a step; returns the entities that it touched (some may be gone, some new)."""
        touched = set()
        for change in changes:
            before, after = _standing(change.before), _standing(change.after)
            if before is not None:
                key = self.key(before)
                touched.add(key)
                members = self._members.get(key, {})
                members.pop(before.id, None)
                if not members:
                    self._members.pop(key, None)
            if after is not None:
                touched.add(self._add(after))
        return touched

    def mentions(self, key: EntityKey) -> list[Mention]:
        """The mentions of an entity in text order; none where there is no such entity."""
        return sorted(self._members.get(key, {}).values(), key=lambda m: (m.span, m.id))

    def count(self, key: EntityKey) -> int:
        return len(self._members.get(key, ()))

    def name(self, key: EntityKey) -> str:
        """The spelling of the canonical name that most mentions have, of equal ones the first in the alphabet."""
        names = Counter(self._name(m) for m in self._members.get(key, {}).values())
        return min(names, key=lambda name: (-names[name], turkish.sort_key(name)), default=key[0])

    def names(self, label: str) -> list[str]:
        """The canonical names of all entities of a label, sorted."""
        return sorted((self.name(key) for key in self._members if key[1] == label), key=turkish.sort_key)

    def place(self, key: EntityKey, order: str) -> tuple[Any, ...]:
        """What the entity is sorted by: "name", or "count" and then name."""
        by_name = (turkish.sort_key(self.name(key)), key[1], key[0])
        return (-self.count(key), *by_name) if order == "count" else by_name

    def _name(self, mention: Mention) -> str:
        return mention.name or " ".join(mention.span.of(self._text).split())

    def _add(self, mention: Mention) -> EntityKey:
        key = self.key(mention)
        if mention.status is not Status.REJECTED:
            self._members.setdefault(key, {})[mention.id] = mention
        return key


def _standing(record: Record | None) -> Mention | None:
    return record if isinstance(record, Mention) and record.status is not Status.REJECTED else None
