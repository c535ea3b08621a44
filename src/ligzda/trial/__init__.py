"""How is it tested? Protocol, plan, assignment, fidelity and flow of the trial."""
