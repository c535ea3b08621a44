"""Who uses which machine, bench or room of an incubator when."""
