"""A reporting domain model for the summary reports of Vietnamese committees."""
