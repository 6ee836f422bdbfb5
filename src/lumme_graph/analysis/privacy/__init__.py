"""What in a model may be about a person: phone numbers, e-mail addresses, names."""
