"""The recipe of the recogniser that ships: which data, how they are weighed, how it is judged and written."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from spacy.language import Language

from dateline.suggest.analysis import analysis_of
from dateline.suggest.learned import component, crf
from dateline.suggest.learned.crf import Chain
from dateline.suggest.learned.features import NAMES
from dateline.suggest.learned.model import NameModel, path_of
from dateline.suggest.lexicon import Lexicon, lexicon, standing_in
from dateline.suggest.merge import settle
from dateline.suggest.pipeline import analyse
from dateline.suggest.training import calibrate, names, sources
from dateline.suggest.training.clusters import capitals, words_of_use
from dateline.suggest.training.hiding import hidden
from dateline.suggest.training.judge import Tally
from dateline.suggest.training.names import Sentence
from dateline.suggest.training.sources import Span, Text
from dateline.suggest.within import within

_SEED = 20
_UNSEEN = 101
"""The seed of the lexicon with parts hidden that judges; those that teach have others."""

PASSES = 2
ELSEWHERE = {"tr": 6_000, "en": 4_000}
"""How many sentences from elsewhere are learned from."""


@dataclass
class Material:
    """Everything that one language's model learns from."""

    language: str
    articles: list[Text]
    elsewhere: list[Text]
    uses: dict[str, str]
    nlp: Language


def material(shared: Path, language: str) -> Material:
    """Reads the data: `corpus/`, `data/…` below one folder."""
    articles = sources.articles(shared / "corpus", language)
    data = shared / "data"
    if language == "tr":
        elsewhere = sources.wiki(data / "turkish-wiki-ner" / "train.conll")
        with gzip.open(data / "tfeec" / "pool.txt.gz", "rt", encoding="utf-8") as pool:
            lines = pool.read().splitlines()
    else:
        files = ("wikigold.conll.txt", "uner_ewt_dev.iob2", "uner_ewt_test.iob2")
        elsewhere = [text for file in files for text in sources.sentences(data / "english" / file)]
        lines = []
    lines += [text.text for text in elsewhere] + [line for text in articles for line in text.text.split("\n")]
    uses = (
        words_of_use(lines, language)
        if language == "tr"  # too few lines of English to tell more than who is written with a capital
        else {word: f".{share}" for word, share in sorted(capitals(lines, language).items())}
    )
    random.Random(_SEED).shuffle(elsewhere)
    return Material(language, articles, elsewhere[: ELSEWHERE[language]], uses, names.rules(language))


def sentences_of(data: Material, articles: Sequence[Text]) -> list[Sentence]:
    """The sentences of articles, several times with other parts of the lists hidden, once with all of them."""
    found: list[Sentence] = []
    hide = names.variants(data.language)
    for turn in range(PASSES):
        found += names.sequences(articles, data.nlp, data.uses, hide, turn)
    found += names.sequences(articles, data.nlp, data.uses, {})
    return found


def elsewhere_of(data: Material) -> list[Sentence]:
    """The sentences from elsewhere."""
    return list(names.sequences(data.elsewhere, data.nlp, data.uses, names.variants(data.language)))


@dataclass
class Judgement:
    """What the rules find alone and what they find with the model, with whole lists and with parts of them hidden."""

    rules: dict[str, Tally] = field(default_factory=lambda: {"whole": Tally(), "hidden": Tally()})
    model: dict[str, Tally] = field(default_factory=lambda: {"whole": Tally(), "hidden": Tally()})
    judged: list[calibrate.Judged] = field(default_factory=list)

    def table(self) -> str:
        """The figures as a table in Markdown."""
        head = "| label | n | rules: P / R / F1 | and model: P / R / F1 | lists hidden: rules F1 | and model F1 |"
        rows = [head, "|---|---|---|---|---|---|"]
        for label in NAMES:
            cells = [self.rules["whole"].row(label), self.model["whole"].row(label)]
            p, q = self.rules["hidden"].row(label)[2], self.model["hidden"].row(label)[2]
            text = " | ".join(f"{a:.2f} / {b:.2f} / {c:.2f}" for a, b, c, _ in cells)
            rows.append(f"| {label} | {cells[0][3]} | {text} | {p:.2f} | {q:.2f} |")
        figures = [t.f1(NAMES) for t in (*self.rules.values(), *self.model.values())]
        rows.append(
            f"| all names | | {figures[0]:.3f} | **{figures[2]:.3f}** | {figures[1]:.3f} | **{figures[3]:.3f}** |"
        )
        return "\n".join(rows)


def judge(data: Material, articles: Iterable[Text], chain: Chain, into: Judgement) -> None:
    """Judges a chain on articles that it has not seen."""
    model = NameModel(chain, data.uses, {})
    for condition, lex in (("whole", lexicon(data.language)), ("hidden", hidden(lexicon(data.language), _UNSEEN))):
        for text in articles:
            before, after, said = _run(data, text, lex, model)
            into.rules[condition].add(text, before)
            into.model[condition].add(text, after)
            gold = set(text.spans)
            for span, raw in said.items():
                if span in gold or not any(span[0] < b and a < span[1] for a, b, _ in text.optional):
                    into.judged.append((span[2], raw, span in gold))


def _run(
    data: Material, text: Text, lex: Lexicon, model: NameModel
) -> tuple[list[Span], list[Span], dict[Span, float]]:
    with standing_in(lex):
        doc = analyse(data.nlp, text.text, text.language, text.published)
        analysis = analysis_of(doc)
        found = settle(analysis.mentions, lex)
        before = [(f.start, f.end, f.label) for f in found]
        words = analysis.words
        starts = {token.idx for token in doc if token.is_sent_start}
        cuts = [i for i, word in enumerate(words) if not i or word.start in starts]
        told = component.read(words, cuts, found, lex, model)
        analysis.mentions = component.combine(words, analysis.mentions, told, model)
        within(doc)
        after = [(f.start, f.end, f.label) for f in settle(analysis.mentions, lex)]
    said = {(words[n.start].start, words[n.end - 1].end, n.label): n.raw for n in told if n.raw}
    return before, after, said


def cross_validate(data: Material, folds: int) -> Judgement:
    """Every article judged by what the others, and the sentences from elsewhere, taught."""
    order = list(range(len(data.articles)))
    random.Random(_SEED).shuffle(order)
    other = elsewhere_of(data)
    result = Judgement()
    for fold in range(folds):
        held = set(order[fold::folds])
        taught = [text for i, text in enumerate(data.articles) if i not in held]
        chain = names.fit([*other, *sentences_of(data, taught)])
        judge(data, [data.articles[i] for i in sorted(held)], chain, result)
        print(f"fold {fold + 1}/{folds}: {result.model['whole'].f1(NAMES):.4f}", flush=True)
    return result


def write(data: Material, tables: Mapping[str, object], out: Path | None = None) -> Path:
    """Learns from everything and writes the model."""
    chain = names.fit([*elsewhere_of(data), *sentences_of(data, data.articles)])
    path = out / f"ner-{data.language}" / "names.npz" if out else path_of(data.language)
    path.parent.mkdir(parents=True, exist_ok=True)
    crf.save(path, chain, data.uses, json.dumps(tables))
    return path
