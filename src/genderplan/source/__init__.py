"""Bytes of files and of commits to documents with positions, and back: the only place that runs git or knows YAML."""
