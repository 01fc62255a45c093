"""Results to text: a view loads nothing, reads no clock and judges nothing; it is chosen by its format's name."""
