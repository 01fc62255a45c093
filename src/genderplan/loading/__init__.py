"""Files to a plan and findings, in named stages: files → documents → models → rows → plans → tree."""
