"""Findings for people and for programs: plain lines, JSON and SARIF; the data stays whole."""
