"""What is recorded while it runs: fidelity, adaptations, flow, timeline."""
