"""The kinds of element, and the records within them.

Private: import from `lumme_graph`.
"""
