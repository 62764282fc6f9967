"""Where a pipeline lies, and what its two descriptions say: read as data, nothing of it is imported or built."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import re
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

from confection import Config

from dateline.core.errors import SuggestError

_LARGEST = 8_000_000
"""Bytes of a description; more is no description."""
_PACKAGE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


@dataclass(frozen=True, slots=True)
class ModelFolder:
    """A folder with a spaCy pipeline. `meta` and `config` are its `meta.json` and `config.cfg`."""

    path: Path
    meta: dict[str, Any]
    config: dict[str, Any]

    def text(self, key: str) -> str:
        """An entry of `meta.json` that should be a few words."""
        value = self.meta.get(key)
        return str(value)[:300] if value is not None else ""


def installed() -> list[str]:
    """The names of the pipelines that are installed beside Dateline; nothing of them is imported."""
    return sorted({entry.name for entry in metadata.entry_points(group="spacy_models")})


def read(name: str) -> ModelFolder:
    """The pipeline with this package name or at this path. Raises `SuggestError`."""
    path = _locate(name)
    for file in ("config.cfg", "meta.json"):
        if not (path / file).is_file():
            raise SuggestError("models.no_pipeline", name=name, file=file)
    try:
        meta = json.loads(_content(path / "meta.json"))
        config = Config().from_str(_content(path / "config.cfg"), interpolate=False)
    except (OSError, ValueError, RecursionError) as error:
        raise SuggestError("models.unreadable", name=name, what=str(error).strip().splitlines()[0][:200]) from error
    if not isinstance(meta, dict):
        raise SuggestError("models.unreadable", name=name, what="meta.json")
    return ModelFolder(path, meta, dict(config))


def digest(path: Path) -> str:
    """SHA-256 over the names and contents of all files of a folder, in the order of their names. Raises `OSError`."""
    whole = hashlib.sha256()
    for file in sorted(p for p in path.rglob("*") if p.is_file() and "__pycache__" not in p.parts):
        with file.open("rb") as data:
            content = hashlib.file_digest(data, "sha256").digest()
        whole.update(file.relative_to(path).as_posix().encode() + b"\0" + content)
    return whole.hexdigest()


def _locate(name: str) -> Path:
    path = Path(name).expanduser()
    if path.is_dir():
        return path.resolve()
    if _PACKAGE.fullmatch(name):
        try:
            spec = importlib.util.find_spec(name)  # of a top-level name: looks for it, imports nothing
        except (ImportError, ValueError):
            spec = None
        for place in (spec.submodule_search_locations or ()) if spec else ():
            # A pipeline's package holds its data in a folder named after it and its version.
            inner = sorted(p.parent for p in Path(place).glob("*/config.cfg") if p.parent.name.startswith(name))
            if inner:
                return inner[-1]
    if path.exists():
        raise SuggestError("models.no_folder", name=name)
    raise SuggestError("models.missing", name=name)


def _content(file: Path) -> str:
    if file.stat().st_size > _LARGEST:
        raise ValueError(f"{file.name}: > {_LARGEST} B")
    return file.read_text(encoding="utf-8-sig")
