"""The command line. No Qt, not even indirectly."""
