"""Rules: small pure checks of a report, and what runs them."""
