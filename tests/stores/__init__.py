"""Tests with real triple stores; a package, so that the servers are stopped when they are done."""
