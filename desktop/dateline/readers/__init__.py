"""Readers: from files to article drafts."""
