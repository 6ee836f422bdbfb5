"""Kirkanta v4, the library directory of Finland: saved answers of its service as drafts."""
