"""Rules that plans keep, whatever was before."""
