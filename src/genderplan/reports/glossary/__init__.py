"""Glossary: what acronyms stand for, where each is used, and which are explained nowhere."""
