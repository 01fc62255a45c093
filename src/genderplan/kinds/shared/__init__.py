"""Fields, mappings and reading: what the models of all kinds of files share."""
