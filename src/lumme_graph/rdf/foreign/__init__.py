"""The RDF of others into a model: SKOS schemes and public services of CPSV-AP."""
