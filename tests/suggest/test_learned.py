"""The learned recogniser: its arithmetic, its file, what happens without it, and what it may say."""

from __future__ import annotations

import importlib.util
import itertools
from pathlib import Path

import numpy as np
import pytest

from dateline.core.messages import catalogue
from dateline.core.suggestion import Request
from dateline.suggest import kept, train
from dateline.suggest.analysis import analysis_of
from dateline.suggest.learned import component, explain, features, model
from dateline.suggest.learned.crf import Chain, load, save
from dateline.suggest.learned.features import NAMES, TAGS, shape
from dateline.suggest.lexicon import lexicon, standing_in
from dateline.suggest.pipeline import analyse, build
from dateline.suggest.suggester import SpacySuggester
from dateline.suggest.training import calibrate, names
from dateline.suggest.training.hiding import hidden
from dateline.suggest.training.judge import Tally
from dateline.suggest.training.sources import Text, articles, wiki
from paths import SHARED, needs_shared

NEWS = (
    "Karsanlı Belediye Başkanı Nermin Altuğ, dün Zafertepe Sanayi Odası'nda konuştu.\n\n"
    "Altuğ, Ankara'dan gelen heyetle görüştüklerini söyledi. Toplantıya Ekrem Duruk da katıldı."
)


def chain(seed: int, tags: int = 4) -> Chain:
    """A chain of random weights over three features."""
    draw = np.random.default_rng(seed)
    names = {"a": 0, "b": 1, "c": 2}
    states = draw.normal(size=(3, tags)).astype(np.float32)
    return Chain([f"T{n}" for n in range(tags)], names, states, draw.normal(size=(tags, tags)).astype(np.float32))


def scores_of(crf: Chain, *rows: list[str]) -> np.ndarray:
    """The scores of words by their features."""
    return crf.scores([[crf.places(row)] for row in rows])


def paths(crf: Chain, scores: np.ndarray) -> dict[tuple[int, ...], float]:
    """Every sequence of tags with its weight."""
    n, tags = scores.shape
    return {
        path: float(
            sum(scores[t, tag] for t, tag in enumerate(path))
            + sum(crf.moves[a, b] for a, b in itertools.pairwise(path))
        )
        for path in itertools.product(range(tags), repeat=n)
    }


@pytest.mark.parametrize("seed", range(8))
def test_the_best_path_is_the_heaviest_of_all(seed: int) -> None:
    crf = chain(seed)
    scores = scores_of(crf, ["a", "c"], ["unknown"], ["b"], ["a", "b"], [])
    weights = paths(crf, scores)
    assert weights[tuple(crf.best([scores])[0])] == pytest.approx(max(weights.values()), abs=1e-5)


@pytest.mark.parametrize("seed", range(4))
def test_the_probability_of_a_tag_is_the_share_of_the_paths_through_it(seed: int) -> None:
    crf = chain(seed)
    scores = scores_of(crf, ["a"], ["b", "c"], ["a", "c"], ["b"])
    weights = {path: np.exp(weight) for path, weight in paths(crf, scores).items()}
    whole = sum(weights.values())
    (found,) = crf.marginals([scores])
    for t, tag in itertools.product(range(4), range(4)):
        share = sum(weight for path, weight in weights.items() if path[t] == tag) / whole
        assert found[t, tag] == pytest.approx(share, abs=1e-4)


def test_sentences_that_are_read_together_say_what_each_says_alone() -> None:
    crf = chain(5)
    rows = [["a"], ["b", "c"], ["a", "c"], ["b"], ["c"], ["a", "b"]]
    sentences = [scores_of(crf, *rows[:n]) for n in (2, 0, 6, 1, 4)]
    assert crf.best(sentences) == [crf.best([one])[0] for one in sentences]
    for one, together in zip(sentences, crf.marginals(sentences), strict=True):
        assert np.allclose(together, crf.marginals([one])[0], atol=1e-5)
    assert crf.best([]) == crf.marginals([]) == []


def test_a_form_that_comes_back_tells_what_it_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST", 3)  # so that what is kept is thrown away over and over
    doc = analyse(build("tr"), NEWS, "tr", None)
    words, found, lex = analysis_of(doc).words, analysis_of(doc).mentions, lexicon("tr")
    article = features.Article(words, found, lex)
    reader = features.Features(lex, {}, tuple)
    first, again = reader.rows(article), reader.rows(article)
    assert first == again == [reader.word(article, i) for i in range(len(words))]
    assert "w=ankara" in {feature for row in first for group in row for feature in group}


def test_a_saved_chain_says_what_it_said(tmp_path: Path) -> None:
    crf = chain(3)
    save(tmp_path / "names.npz", crf, {"ankara": "7.5", "masa": ".0"}, '{"*": [[1.0, 0.9]]}')
    again, uses, tables = load(tmp_path / "names.npz")
    assert uses == {"ankara": "7.5", "masa": ".0"}
    assert tables == '{"*": [[1.0, 0.9]]}'
    rows = [["a", "b", "c"], ["b"]]
    step = np.abs(crf.states).max() / 127
    assert np.abs(scores_of(again, *rows) - scores_of(crf, *rows)).max() <= 3 * step
    assert again.best([scores_of(again, ["a"])]) == crf.best([scores_of(crf, ["a"])])


def test_a_missing_model_and_a_broken_one_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(model.NoModelError) as missing:
        model.read(tmp_path / "names.npz")
    assert missing.value.key == "suggest.model_missing"
    whole = tmp_path / "whole.npz"
    save(whole, chain(1), {}, "{}")
    for content in (b"", b"not a model", whole.read_bytes()[:300]):
        (tmp_path / "names.npz").write_bytes(content)
        with pytest.raises(model.NoModelError) as broken:
            model.read(tmp_path / "names.npz")
        assert broken.value.key == "suggest.model_broken"
    with pytest.raises(model.NoModelError):  # well formed, but with other tags than ours
        model.read(whole)


def test_a_file_that_would_run_code_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "names.npz"
    np.savez(file, format=np.array([1]), tags=np.array([{"a": 1}], dtype=object))
    with pytest.raises(model.NoModelError):
        model.read(file)


@pytest.mark.parametrize("key", ["suggest.model_missing", "suggest.model_broken"])
def test_without_a_model_the_rules_still_work_and_a_notice_says_so(monkeypatch: pytest.MonkeyPatch, key: str) -> None:
    monkeypatch.setattr(component, "shipped", lambda _language: key)
    answer = SpacySuggester().suggest(Request(NEWS))
    assert key in [notice.key for notice in answer.notices]
    assert ("Ankara", "GPE") in {(NEWS[m.span.start : m.span.end], m.label) for m in answer.mentions}
    assert all(m.origin.source != "model" and m.origin.score is None for m in answer.mentions)


@pytest.mark.parametrize("language", ["tr", "en"])
def test_the_shipped_model_can_be_read_and_is_small(language: str) -> None:
    assert isinstance(model.shipped(language), model.NameModel)
    assert model.path_of(language).stat().st_size < 8_000_000


@pytest.mark.parametrize("language", ["tr", "en"])
def test_calibrated_scores_rise_and_stay_between_nothing_and_one(language: str) -> None:
    shipped = model.shipped(language)
    assert isinstance(shipped, model.NameModel)
    for label in NAMES:
        said = [shipped.score(label, raw / 20) for raw in range(21)]
        assert all(score is not None and 0 < score < 1 for score in said)
        assert said == sorted(said, key=lambda score: score or 0)
    assert model.NameModel(shipped.chain, {}, {}).score("PERSON", 0.9) is None


def test_what_the_model_says_comes_with_a_reason_and_a_score() -> None:
    answer = SpacySuggester().suggest(Request(NEWS))
    found = {NEWS[m.span.start : m.span.end]: m for m in answer.mentions}
    assert found["Nermin Altuğ"].label == found["Ekrem Duruk"].label == "PERSON"
    assert found["Altuğ"].name == "Nermin Altuğ"
    assert not [notice for notice in answer.notices if notice.key.startswith("suggest.model")]
    judged = [m for m in answer.mentions if m.origin.score is not None]
    assert {"Nermin Altuğ", "Ankara"} <= {NEWS[m.span.start : m.span.end] for m in judged}
    for mention in answer.mentions:
        assert mention.origin.explain("tr") != mention.origin.reason
        assert "{" not in mention.origin.explain("tr")


def test_every_kind_of_evidence_has_its_sentence() -> None:
    for language in ("tr", "en"):
        assert all("{word}" in catalogue(language)[f"suggest.model.{kind}"] for kind in explain.KINDS)


def test_shapes_forget_how_long_a_word_is() -> None:
    assert [shape(word) for word in ("Ankara", "ABD", "F-16", "2026", "iPhone")] == ["Xx", "X", "X-d", "d", "xXx"]


def test_hidden_lexicons_know_less_and_always_the_same() -> None:
    whole, less = lexicon("tr"), hidden(lexicon("tr"), 4)
    assert sum(map(len, less.entries.values())) < 0.85 * sum(map(len, whole.entries.values()))
    assert less.entries == hidden(lexicon("tr"), 4).entries
    assert less.entries != hidden(lexicon("tr"), 5).entries
    with standing_in(less):
        assert lexicon("tr") is less
    assert lexicon("tr") is whole


def test_a_calibration_table_rises_and_holds_what_was_right() -> None:
    rows = [(n / 1000, n % 10 < n / 100) for n in range(1000)]
    steps = calibrate.table(rows)
    assert [up for up, _ in steps] == sorted(up for up, _ in steps)
    assert [share for _, share in steps] == sorted(share for _, share in steps)
    assert steps[0][1] < 0.2
    assert steps[-1][1] > 0.85


def test_optional_mentions_count_neither_way() -> None:
    text = Text("Arda Bey geldi", "tr", None, ((0, 4, "PERSON"),), ((5, 8, "TITLE"),))
    tally = Tally()
    tally.add(text, [(0, 4, "PERSON"), (5, 8, "ORG"), (9, 14, "ORG")])
    assert tally.row("PERSON") == (1, 1, 1, 1)
    assert tally.wrong["ORG"] == 1


def test_a_sentence_in_columns_becomes_a_text_without_the_suffix_in_its_names(tmp_path: Path) -> None:
    file = tmp_path / "small.conll"
    file.write_text("Dün\tB-DATE\nArda\tB-PERSON\nGür'ün\tI-PERSON\nevi\tO\n.\tO\n", encoding="utf-8")
    (text,) = wiki(file)
    assert text.text == "Dün Arda Gür'ün evi."
    assert [(text.text[a:b], label) for a, b, label in text.spans] == [("Arda Gür", "PERSON")]


def test_tags_go_on_only_where_they_began() -> None:
    shipped = model.shipped("tr")
    assert isinstance(shipped, model.NameModel)
    for a, b in itertools.product(range(len(TAGS)), repeat=2):
        if TAGS[b][0] == "I" and TAGS[a][1:] != TAGS[b][1:]:
            assert shipped.chain.moves[a, b] < -20


def test_a_chain_learns_from_sentences_and_always_the_same() -> None:
    pytest.importorskip("pycrfsuite", reason="needs python-crfsuite, which only training uses")
    rows = [["w=dün", "small"], ["w=arda", "cap"], ["w=geldi", "small"]]
    sentences = [names.Sentence(rows, ["O", "B-PERSON", "O"], own) for own in (True, False)] * 20
    first, second = (names.fit(sentences, rounds=20) for _ in range(2))
    assert [TAGS[k] for k in first.best([scores_of(first, ["cap"], ["small"])])[0]] == ["B-PERSON", "O"]
    assert (first.states == second.states).all()
    assert not any(feature.startswith("!") for feature in first.features)


def test_training_says_what_it_needs_before_it_reads_anything(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    with pytest.raises(SystemExit, match="python-crfsuite"):
        train.names([str(tmp_path)])


@needs_shared
@pytest.mark.parametrize(("language", "least"), [("tr", 0.94), ("en", 0.9)])
def test_the_development_articles_keep_their_figures(language: str, least: float) -> None:
    suggester, tally = SpacySuggester(), Tally()
    for text in articles(SHARED / "gold", language):
        answer = suggester.suggest(Request(text.text, language, text.published))
        tally.add(text, [(m.span.start, m.span.end, m.label) for m in answer.mentions])
    assert tally.f1(set(tally.right) | set(tally.missed) | set(tally.wrong)) >= least
