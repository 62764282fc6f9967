"""The article as an analyst sees it: text, marks over it, selection."""
