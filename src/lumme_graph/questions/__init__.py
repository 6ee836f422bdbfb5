"""The questions that a graph answers by itself, area by area; `areas` lists them."""
