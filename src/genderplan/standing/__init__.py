"""Standing of plans on a day: statuses, RAG, and which of them are asked about."""
