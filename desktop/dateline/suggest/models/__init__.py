"""spaCy pipelines that the person brings: found, checked before a byte of them is loaded, then asked for entities."""
