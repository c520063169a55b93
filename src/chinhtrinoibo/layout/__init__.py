"""The page before it is written: pieces of it, how they look, and how a report becomes them."""
