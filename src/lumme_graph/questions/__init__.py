"""The questions that a graph answers by itself, area by area; `areas` lists them.

Private: import from `lumme_graph`.
"""
