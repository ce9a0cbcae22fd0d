"""The parts that screens and windows are made of."""
