"""Plans: plan.yaml."""
