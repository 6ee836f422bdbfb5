"""Words, dates, findings and files: what every floor above stands on."""
