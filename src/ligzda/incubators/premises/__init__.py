"""Buildings, their adaptation, and whether an incubator is ready to open."""
