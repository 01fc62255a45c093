"""JSON Schemas: of plan files, for editors, and of what commands print as JSON."""
