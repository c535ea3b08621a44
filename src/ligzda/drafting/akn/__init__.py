"""Acts and amending acts as Akoma Ntoso 3, and acts read from it."""
