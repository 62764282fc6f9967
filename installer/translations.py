"""Brings the window's translations up to date: `python installer/translations.py` from the checkout.

Collects every text of `desktop/dateline/gui` into `resources/translations/dateline_<language>.ts` (translate what is
new there, with Qt Linguist or an editor) and compiles the `.qm` files that ship. English holds plural forms only.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
GUI = CHECKOUT / "desktop" / "dateline" / "gui"
TRANSLATIONS = CHECKOUT / "resources" / "translations"
LANGUAGES: dict[str, tuple[str, ...]] = {"tr": (), "en": ("-pluralonly",)}


def collect(folder: Path = TRANSLATIONS) -> None:
    """Updates the `.ts` files in a folder from the sources; texts that are gone go."""
    sources = [str(path.relative_to(GUI)) for path in sorted(GUI.rglob("*.py"))]
    for language, more in LANGUAGES.items():
        target = folder / f"dateline_{language}.ts"
        options = ["-source-language", "en", "-target-language", language, "-locations", "none", "-no-obsolete", *more]
        _qt("lupdate", *sources, *options, "-ts", str(target), folder=GUI)


def compile_all(folder: Path = TRANSLATIONS, target: Path = TRANSLATIONS) -> None:
    """Makes the `.qm` files of a folder's `.ts` files."""
    for file in sorted(folder.glob("*.ts")):
        _qt("lrelease", str(file), "-qm", str(target / f"{file.stem}.qm"))


def _qt(tool: str, *words: str, folder: Path = CHECKOUT) -> None:
    program = Path(sys.executable).parent / f"pyside6-{tool}"
    subprocess.run([str(program), *words, "-silent"], cwd=folder, check=True)


if __name__ == "__main__":
    collect()
    compile_all()
