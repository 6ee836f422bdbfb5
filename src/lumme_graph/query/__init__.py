"""Questions that a graph answers, as data: what is covered, what has changed."""
