"""A first analysis plan for a trial of the 2^3 models: the TOML that `ligzda evaluate` takes."""

from __future__ import annotations

TEMPLATE = """\
# The analysis plan of the trial. `ligzda evaluate DATA --plan THIS` carries it out;
# `ligzda design THIS` says beforehand what it can show. docs/evidence.md describes every key.
title = "Main effects of host, route and demand"

[outcome]
name = "in paid activity after 12 months"
family = "binomial"
successes = "in_paid_activity"
trials = "participants"
better = "higher"
# The smallest difference that would change a decision: ten percentage points.
mid = 0.10

[roles]
site = "incubator"
arm = "model"

[[terms]]
name = "intercept"
kind = "fixed"
prior = "normal(-0.6, 1)"
why = "about 35 % in paid activity, anything from 8 % to 79 % being conceivable"

[[terms]]
name = "A"
kind = "fixed"
columns = ["A"]
coding = "sum"
prior = "normal(0, 0.5)"
why = "host: an odds ratio beyond 7 between its sides would surprise us"

[[terms]]
name = "B"
kind = "fixed"
columns = ["B"]
coding = "sum"
prior = "normal(0, 0.5)"
why = "route: as for the host"

[[terms]]
name = "C"
kind = "fixed"
columns = ["C"]
coding = "sum"
prior = "normal(0, 0.5)"
why = "demand: as for the host"

[[terms]]
name = "model"
kind = "random"
columns = ["model"]
sd = "half-normal(0.2)"
why = "what a model does beyond its three main effects; interactions are expected to be smaller"

[[terms]]
name = "incubator"
kind = "random"
columns = ["incubator"]
sd = "half-normal(0.5)"
why = "differences between municipalities; .2 to .4 logit were seen elsewhere"

[[contrasts]]
name = "A: outside body instead of municipality"
column = "A"
level = "+"
versus = "-"

[[contrasts]]
name = "B: enterprise route instead of job route"
column = "B"
level = "+"
versus = "-"

[[contrasts]]
name = "C: anchored demand instead of open market"
column = "C"
level = "+"
versus = "-"
"""
