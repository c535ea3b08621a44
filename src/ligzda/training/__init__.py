"""What is learnt: courses of the foundation and the certificates that anyone can verify."""
