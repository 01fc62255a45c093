"""Slippage: what moved since it was agreed."""
