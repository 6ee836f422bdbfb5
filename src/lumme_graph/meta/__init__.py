"""How a class of elements says what it is: one declaration, read by every output.

Private: import from `lumme_graph`.
"""
