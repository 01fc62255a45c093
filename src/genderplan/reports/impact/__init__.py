"""Impact: what a slip does further down, how far each milestone may slip, what drives its date."""
