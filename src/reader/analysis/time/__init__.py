"""Dates and dated events."""
