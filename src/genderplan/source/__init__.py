"""Bytes to documents with positions: the only place that walks the file system or knows YAML."""
