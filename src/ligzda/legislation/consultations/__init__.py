"""What the public is asked, says, and is answered, of packages and of binding regulations."""
