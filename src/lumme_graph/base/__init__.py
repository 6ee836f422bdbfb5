"""Words, dates, findings and files: what every floor above stands on.

Private: import from `lumme_graph`.
"""
