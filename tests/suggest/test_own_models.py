"""A person's own spaCy pipeline: made here, saved to a folder, chosen; and what happens with folders that are none."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.training import Example

from dateline.core.annotation import Mention
from dateline.core.errors import SuggestError
from dateline.core.messages import say
from dateline.core.sources import ModelChoice
from dateline.core.suggestion import Request, Suggestions
from dateline.suggest.models import own
from dateline.suggest.models.labels import ours
from dateline.suggest.suggester import SpacySuggester

TEXT = "Zorbalin Vakfı dün Ankara'da toplandı. Toplantıya Kestrel Dağdelen de katıldı."


@pytest.fixture(scope="module")
def suggester() -> SpacySuggester:
    return SpacySuggester()


@pytest.fixture(scope="module")
def ruled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pipeline that knows two names by rule."""
    nlp = spacy.blank("tr", meta={"name": "kurallar", "version": "2.1", "license": "MIT", "author": "Deneme"})
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns(  # type: ignore[attr-defined]
        [{"label": "ORGANIZATION", "pattern": "Zorbalin Vakfı"}, {"label": "MISC", "pattern": "toplandı"}]
    )
    path = tmp_path_factory.mktemp("ruled") / "model"
    nlp.to_disk(path)
    return path


@pytest.fixture
def copy(ruled: Path, tmp_path: Path) -> Callable[..., Path]:
    """A copy of the pipeline with something changed in one of its files."""

    def changed(file: str = "", old: str = "", new: str = "") -> Path:
        path = tmp_path / "model"
        shutil.copytree(ruled, path)
        if file:
            text = (path / file).read_text(encoding="utf-8")
            assert old in text
            (path / file).write_text(text.replace(old, new, 1), encoding="utf-8")
        return path

    return changed


def ask(suggester: SpacySuggester, name: object, alone: bool = False, text: str = TEXT) -> Suggestions:
    return suggester.suggest(Request(text, "tr", model=ModelChoice(str(name), alone)))


def words(found: Suggestions, source: str | None = None, text: str = TEXT) -> set[tuple[str, str]]:
    chosen: list[Mention] = [m for m in found.mentions if source is None or m.origin.source == source]
    return {(m.span.of(text), m.label) for m in chosen}


def test_its_names_come_beside_ours_and_say_where_they_come_from(suggester: SpacySuggester, ruled: Path) -> None:
    found = ask(suggester, ruled)
    assert ("Zorbalin Vakfı", "ORG") in words(found, "model") | words(found)
    assert ("Ankara", "GPE") in words(found, "gazetteer") | words(found, "rule")
    assert not [n for n in found.notices if n.key.startswith("models.")]


def test_alone_it_stands_in_for_our_names_but_dates_stay(suggester: SpacySuggester, ruled: Path) -> None:
    found = ask(suggester, ruled, alone=True)
    assert words(found, "model") == {("Zorbalin Vakfı", "ORG")}
    assert ("dün", "DATE") in words(found)
    assert ("Ankara", "GPE") not in words(found)
    reason = next(m for m in found.mentions if m.origin.source == "model").origin.explain("tr")
    assert "kurallar 2.1" in reason
    assert "ORGANIZATION" in reason


def test_a_trained_recogniser_is_loaded_and_asked(suggester: SpacySuggester, tmp_path: Path) -> None:
    nlp = spacy.blank("tr", meta={"name": "egitilmis", "version": "0.1"})
    nlp.add_pipe("ner")
    doc = nlp.make_doc("Kestrel Dağdelen geldi .")
    example = Example.from_dict(doc, {"entities": [(0, 16, "PER")]})
    optimizer = nlp.initialize(lambda: [example])
    for _ in range(2):
        nlp.update([example], sgd=optimizer)
    nlp.to_disk(tmp_path / "model")
    card = suggester.card(str(tmp_path / "model"))
    assert card.labels == (("PER", "PERSON"),)
    found = ask(suggester, tmp_path / "model")
    assert not [n for n in found.notices if n.key.startswith("models.")]


def test_the_card_names_what_was_checked(suggester: SpacySuggester, ruled: Path) -> None:
    card = suggester.card(str(ruled))
    assert (card.name, card.version, card.licence, card.language) == ("tr_kurallar", "2.1", "MIT", "tr")
    assert dict(card.labels) == {"MISC": None, "ORGANIZATION": "ORG"}
    assert len(card.sha256) == 64
    assert card.sha256 == own.card(str(ruled)).sha256


@pytest.mark.parametrize(
    ("file", "old", "new", "key"),
    [
        ("meta.json", '"spacy_version":">=', '"spacy_version":">=9', "models.version"),
        ("meta.json", "{", "", "models.unreadable"),
        ("config.cfg", "[nlp]", "[nlp", "models.unreadable"),
        ("config.cfg", 'factory = "entity_ruler"', 'factory = "evil"', "models.component"),
        ("config.cfg", 'factory = "entity_ruler"', 'source = "evil_package"', "models.code"),
        ("config.cfg", "before_creation = null", 'before_creation = {"@callbacks":"evil.v1"}', "models.code"),
        ("config.cfg", "spacy.Tokenizer.v1", "evil.Tokenizer.v1", "models.code"),
        ("config.cfg", 'lang = "tr"', 'lang = "../evil"', "models.language"),
        ("config.cfg", 'pipeline = ["entity_ruler"]', 'pipeline = ["gone"]', "models.broken"),
    ],
)
def test_a_pipeline_that_does_not_fit_or_would_run_code_is_refused_and_ours_goes_on(
    suggester: SpacySuggester, copy: Callable[..., Path], file: str, old: str, new: str, key: str
) -> None:
    path = copy(file, old, new)
    found = ask(suggester, path)
    assert [n.key for n in found.notices if n.key.startswith("models.")] == [key, "models.fallback"]
    assert ("Ankara", "GPE") in words(found)
    with pytest.raises(SuggestError) as failed:
        suggester.card(str(path))
    assert failed.value.sentence("tr") != key


def test_data_that_is_cut_short_is_a_broken_pipeline(suggester: SpacySuggester, copy: Callable[..., Path]) -> None:
    path = copy()
    (path / "tokenizer").write_bytes((path / "tokenizer").read_bytes()[:40])
    found = ask(suggester, path)
    assert "models.broken" in [n.key for n in found.notices]
    assert ("Ankara", "GPE") in words(found)


def test_code_in_the_folder_is_never_imported(
    suggester: SpacySuggester, copy: Callable[..., Path], tmp_path: Path
) -> None:
    path = copy()
    for name in ("__init__.py", "functions.py", "spacy.py"):
        (path / name).write_text(f"open({str(tmp_path / 'ran')!r}, 'w')", encoding="utf-8")
    assert ("Zorbalin Vakfı", "ORG") in words(ask(suggester, path))
    assert not (tmp_path / "ran").exists()


def test_what_is_missing_or_no_pipeline_is_said(suggester: SpacySuggester, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    for name, key in (
        ("no_such_package", "models.missing"),
        (tmp_path / "gone", "models.missing"),
        (tmp_path / "file", "models.no_folder"),
        (tmp_path / "empty", "models.no_pipeline"),
        ("json", "models.missing"),
    ):
        assert key in [n.key for n in ask(suggester, name).notices], name


def test_another_language_than_the_article_is_said(suggester: SpacySuggester, ruled: Path) -> None:
    found = suggester.suggest(Request("The Zorbalin Vakfı met in Ankara.", "en", model=ModelChoice(str(ruled))))
    assert "models.other_language" in [n.key for n in found.notices]


def test_a_suffix_behind_an_apostrophe_is_no_part_of_a_name(suggester: SpacySuggester, tmp_path: Path) -> None:
    nlp: Language = spacy.blank("tr")
    nlp.add_pipe("entity_ruler").add_patterns(  # type: ignore[attr-defined]
        [{"label": "PER", "pattern": "Zorbalin'in"}, {"label": "PER", "pattern": "Zorbalin'"}]
    )
    nlp.to_disk(tmp_path / "model")
    text = "Dün Zorbalin'in evi yandı."
    found = ask(suggester, tmp_path / "model", alone=True, text=text)
    assert words(found, "model", text) <= {("Zorbalin", "PERSON")}


@pytest.mark.parametrize(
    ("theirs", "label"),
    [("PER", "PERSON"), ("B-LOC", "LOC"), ("GPE", "GPE"), ("LOCATION", "LOC"), ("MISC", None), ("CARDINAL", None)],
)
def test_the_usual_labels_are_mapped(theirs: str, label: str | None) -> None:
    assert ours(theirs) == label


def test_every_reason_is_a_sentence_in_both_languages() -> None:
    assert say("models.fallback", "tr") != say("models.fallback", "en")
    assert json.dumps(ModelChoice("a", True).to_json())
    assert ModelChoice.from_json(ModelChoice("a", True).to_json()) == ModelChoice("a", True)
    assert ModelChoice.from_json("") is None
    assert ModelChoice.from_json('["a"]') is None
