"""Who says so: the source of what an article reports in its own words, and the medium that it was said to."""
