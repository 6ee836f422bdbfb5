"""Services from any table: a CSV file, and a mapping that says what its columns are."""
