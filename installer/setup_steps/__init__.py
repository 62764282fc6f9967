"""What `installer/start.py` does, step by step. Standard library and `dateline.core` only: nothing is installed yet."""
