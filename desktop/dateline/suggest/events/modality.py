"""Whether an event happened, is planned, wished for, denied or only supposed: features for the modality scorer."""

from __future__ import annotations

from dateline.suggest.events.lexicon import Candidate
from dateline.suggest.events.morphology import form_tags
from dateline.suggest.events.view import View

_REACH = 7
_STOPS = frozenset(',;:.!?"”“')

_ENGLISH_CLASSES = {
    word: name
    for name, words in {
        "will": "will shall 'll",
        "might": "would could may might can",
        "plan": "plan plans planned planning expected scheduled due set intends intend agreed "
        "pledged promised vowed next",
        "wish": "want wants wanted urged urge asked ask called demand demanded threatened threatens offered offer "
        "sought seek seeks proposed pressed calls hopes hoped ordered",
        "not": "not no never denied denies refused rejected without nor failed",
        "if": "if unless should whether provided",
        "to": "to",
    }.items()
    for word in words.split()
}


def features(view: View, candidate: Candidate, kind: str) -> list[str]:
    """Strings that describe the form of a trigger and the words that govern it."""
    i = candidate.index
    word = view.words[i]
    tags = candidate.tags
    out = ["bias", f"type={kind}", "verb" if candidate.verb else "noun", "tags=" + "+".join(tags)]
    out += [f"t={t}" for t in tags]
    out += [f"t={t}|type={kind}" for t in tags]
    out += [f"t={a}&{b}" for a in tags for b in tags if a < b]
    own = form_tags(word.low) if view.language == "tr" else frozenset()
    out += [f"f={t}" for t in own]
    end = next(s for s in view.sentences[word.sentence : word.sentence + 1])[1]
    start = view.sentences[word.sentence][0]
    main = tags[-1] if tags else "bare"
    kept = "nominal" if "nominal" in tags or "infinitive" in tags else main
    for step in range(1, _REACH + 1):
        at = i + step
        if at >= end:
            break
        other = view.words[at].low
        near = "1" if step == 1 else "2" if step == 2 else "far"
        short = other[:5]
        out += [f"a{near}={short}", f"a={short}", f"a={short}|{kept}"]
        if view.language == "tr":
            out += [f"af{near}={t}" for t in form_tags(other)]
            out += [f"a={short}+{t}" for t in form_tags(other)]
            out += [f"af={t}|{'verb' if candidate.verb else 'noun'}" for t in form_tags(other)]
        if other in ".!?":
            break
    for step in range(1, _REACH + 1):
        at = i - step
        if at < start:
            break
        other = view.words[at].low
        near = "1" if step == 1 else "2" if step == 2 else "far"
        out += [f"b{near}={other[:5]}", f"b={other[:5]}"]
        if other in _STOPS and view.language == "tr":
            break
    if view.language != "tr":
        for step in range(1, 11):
            if i - step < start:
                break
            other = view.words[i - step].low
            family = "not" if other.endswith(("n't", "n’t")) else _ENGLISH_CLASSES.get(other)
            if family:
                reach = "near" if step < 4 else "far"
                out += [f"class={family}/{reach}", f"class={family}/{reach}|{main}", f"class={family}/{reach}|{kind}"]
        opening = [w.low for w in view.words[start : min(i, start + 3)]]
        out += [f"open={o}" for o in opening]
    last = next((view.words[k].low for k in range(end - 1, i, -1) if view.words[k].low[:1].isalpha()), "")
    if last:
        out.append(f"last={last[:6]}")
        if view.language == "tr":
            out += [f"lastf={t}" for t in form_tags(last)]
            out += [f"lastf={t}|{kept}" for t in form_tags(last)]
            out.append(f"last={last[:6]}|{kept}")
    if word.quoted:
        out.append("quoted")
        out.append(f"quoted|{main}")
    following = view.low(i + 1) if i + 1 < end else ""
    if view.language == "tr" and not candidate.verb:
        # The light verb carries what the noun cannot: `ziyaret edecek`, `destek vermedi`.
        for k in (1, 2):
            light = view.low(i + k) if i + k < end else ""
            if light.startswith(
                ("et", "ed", "yap", "ver", "al", "bul", "ol", "koy", "çık", "gel", "göst", "düz", "ger")
            ):
                out += [f"light={t}" for t in form_tags(light)] or ["light"]
                out.append("light=" + "+".join(sorted(form_tags(light))))
                governing = view.low(i + k + 1) if i + k + 1 < end else ""
                out.append(f"gov={governing[:5]}")
                break
    elif following:
        out.append(f"gov={following[:5]}")
        out.append(f"gov={following[:5]}|{main}")
    return out
