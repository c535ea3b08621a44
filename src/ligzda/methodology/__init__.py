"""What do we advise, and from where? Recommendations, editions that verify themselves, advice."""
