"""Simulation-based calibration: is a posterior as sure as it should be, and no surer?

Parameters are drawn from a plan's own priors, data from the parameters, and the posterior of the
data is asked where the parameters lie in it. If the posterior is right the ranks are uniform,
intervals of p % cover in p % and an arm that is best with probability q is best in a share q of the
replicates (Talts et al. 2018; Modrák et al. 2023). Read it in this order: ``worlds`` (what is
simulated), ``replicates`` (how), ``checks`` (what is asked), ``figures``, ``page``.
"""
