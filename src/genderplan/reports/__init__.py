"""Reports: of each what it finds, and its page."""
