"""RDF back into a model: safely parsed, read by the declarations, and what was not taken is said."""
