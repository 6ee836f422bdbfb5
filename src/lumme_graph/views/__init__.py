"""What a picture or table shows, with no word of how it looks.

Private: import from `lumme_graph`.
"""
