"""A network: ranks from left to right, or rings about a middle."""
