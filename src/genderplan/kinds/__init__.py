"""Kinds of files: of each the model of what a file says, and the slim rows that it becomes."""
