"""The site of a model while it is being written: `lumme serve`."""
