"""The site of a model while it is being written: `lumme serve`.

Private: import from `lumme_graph`.
"""
