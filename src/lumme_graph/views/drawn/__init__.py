"""What each kind of drawing shows, from the graph to a shape."""
