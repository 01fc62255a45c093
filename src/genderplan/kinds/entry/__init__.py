"""Actions and projects, and their milestones."""
