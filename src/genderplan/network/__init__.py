"""Network of dependencies: order, floats, and how a slip spreads."""
