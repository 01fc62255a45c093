"""The immutable whole that checks and analyses work on: rows, index, organisations, baselines, selection."""
