"""A grid whose columns are steps: journeys, blueprints and paths."""
