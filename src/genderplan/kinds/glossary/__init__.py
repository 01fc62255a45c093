"""Glossary: glossary.yaml."""
