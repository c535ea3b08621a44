"""What a person shows in a session: that they were there, what they know, what they can do."""
