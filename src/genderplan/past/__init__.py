"""Past of a plan: identities, dates and promises followed through its commits."""
