"""A page of blocks in fixed places: profile cards, the sheet of a touchpoint."""
