"""YAML and Markdown to elements with their places, and the same way back."""
