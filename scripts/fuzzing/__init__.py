"""What `scripts/fuzz` is made of: mutations by what they look at, the cases, the watch, the parent and its children."""
