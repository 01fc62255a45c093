"""Organisations: organisations.yaml."""
