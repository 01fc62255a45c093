"""Boards that plans are reported to: boards/ID.yaml."""
