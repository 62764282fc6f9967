"""Readers: from files to article drafts."""

from dateline.readers.registry import AnyReader, for_path

__all__ = ["AnyReader", "for_path"]
