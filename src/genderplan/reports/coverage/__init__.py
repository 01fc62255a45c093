"""Coverage: which sections of a framework are served, and by what."""
