"""A grid of signs, bars or spans: maps of adoption and coverage, the calendar."""
