"""Documents to validated models: pydantic stands here, at the edge, and nowhere further in."""
