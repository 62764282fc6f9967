"""What Dateline knows and decides: text, annotations, decisions. Standard library only, no Qt, no SQL."""
