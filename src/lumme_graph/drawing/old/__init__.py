"""The first drawings, until the new ones take their place."""
