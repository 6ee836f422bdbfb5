"""The kinds of element, and the records within them."""
