"""What a plan says on a day: pure functions from plans to frozen results."""
