"""YAML: read strictly, edited in place, written."""
