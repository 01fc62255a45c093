"""Registers of a plan: policies, risks, concerns, involvement and the like."""
