"""Pages of reports: what is said, before any format speaks."""
