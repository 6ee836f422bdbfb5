"""A model in a triple store: what differs between two models, and how it is pushed there."""
