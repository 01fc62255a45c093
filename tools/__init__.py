"""What writes the generated parts of the documentation; a test keeps them current."""
