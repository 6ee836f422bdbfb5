"""Tests with real office programs and other people's readers."""
