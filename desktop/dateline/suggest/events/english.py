"""English forms taken apart: the lemmas a word may have, and what its ending says."""

from __future__ import annotations

from functools import lru_cache

_IRREGULAR = """
be was were been being is are am|become became|begin began begun|bid bid|bite bit bitten|blow blew blown
break broke broken|bring brought|build built|burn burnt|buy bought|catch caught|choose chose chosen|come came
cut cut|deal dealt|draw drew drawn|drive drove driven|fall fell fallen|feed fed|fight fought|find found
flee fled|fly flew flown|forbid forbade forbidden|freeze froze frozen|get got gotten|give gave given|go went gone
grow grew grown|have had has|hear heard|hit hit|hold held|keep kept|lay laid|lead led|leave left|lend lent
let let|lose lost|make made|mean meant|meet met|pay paid|put put|quit quit|rise rose risen|run ran run|say said
see saw seen|seek sought|sell sold|send sent|set set|shake shook shaken|shoot shot|shrink shrank shrunk
shut shut|sink sank sunk|sit sat|slide slid|speak spoke spoken|spend spent|stand stood|steal stole stolen
strike struck|swear swore sworn|sweep swept|take took taken|tear tore torn|tell told|think thought
throw threw thrown|win won|withdraw withdrew withdrawn|withhold withheld|write wrote written|overturn overturned
do did done does|cannot can|will would|shall should|beat beaten|overthrow overthrew overthrown|rebuild rebuilt
"""
_FORMS: dict[str, str] = {}
for _row in _IRREGULAR.replace("\n", "|").split("|"):
    _lemma, *_others = _row.split() or [""]
    for _other in _others:
        _FORMS.setdefault(_other, _lemma)


@lru_cache(maxsize=20_000)
def lemmas(word: str) -> tuple[tuple[str, str], ...]:
    """The lemmas a lower-case word may belong to, each with its form: base, s, ed, ing."""
    found = [(word, "base")]
    if word in _FORMS:
        form = "ing" if word.endswith("ing") else "s" if word in ("is", "has", "does") else "ed"
        found.append((_FORMS[word], form))
    for ending, form in (("s", "s"), ("ed", "ed"), ("ing", "ing")):
        if not word.endswith(ending) or len(word) < len(ending) + 3:
            continue
        stem = word[: -len(ending)]
        found += [(stem, form), (stem + "e", form)] if ending != "s" else [(stem, form)]
        if ending == "s" and word.endswith("es"):
            found.append((word[:-2], form))
        if len(stem) > 3 and stem[-1] == stem[-2]:
            found.append((stem[:-1], form))
        if stem.endswith("i") and ending == "ed":
            found.append((stem[:-1] + "y", form))
        if stem.endswith("ie") and ending == "s":
            found.append((stem[:-2] + "y", form))
    return tuple(found)
