"""YAML and Markdown to elements with their places, and the same way back.

Private: import from `lumme_graph`.
"""
