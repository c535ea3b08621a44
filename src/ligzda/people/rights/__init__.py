"""Rights of a person: who looked, requests, consent, erasure, and how long what is kept."""
