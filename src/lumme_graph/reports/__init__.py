"""Findings and coverage as text, JSON and pages: each format one file, all from the same data.

Private: import from `lumme_graph`.
"""
