"""Exports: the only place that knows openpyxl."""
