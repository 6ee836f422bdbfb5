"""Text that is drawn: fonts, widths, lines, direction, and characters that no font has."""
