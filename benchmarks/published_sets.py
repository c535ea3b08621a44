"""The section of docs/validation.md about published sets: what is read, whose numbers it meets."""

_REFERENCES = "tests/evidence/test_references.py"
_PUBLISHED = "tests/evidence/test_published_sets.py::test_a_published_set_agrees_with_its_long_run"

SECTION = f"""## Published sets

Counts and means that others published, with estimates that others made or long NUTS runs of the
same plan. They are read from `../shared/evidence` (not ours to commit); in CI their absence fails.

| set | what, and its source | right values | test |
|---|---|---|---|
| peer | 9 sites × 8 arms, 2,107 participants, simulated | 200,000 draws of NUTS | \
`{_REFERENCES}::test_gold_standard_of_nine_sites_and_eight_models` |
| thrombolytic8 | 28 trials of eight treatments after infarction (Lu & Ades 2006) | \
JAGS, by gemtc | \
`{_REFERENCES}::test_network_meta_analyses` |
| smoking4 | 24 trials of four ways to stop smoking (Hasselblad 1998) | JAGS, by gemtc | \
`{_REFERENCES}::test_network_meta_analyses` |
| jtpa_women_sites | National JTPA Study, 6,102 women in 16 sites | lme4 | \
`{_REFERENCES}::test_national_jtpa_study` |
| jtpa_women_sites, earnings | the same, from means and SDs | lme4 (REML) | \
`{_REFERENCES}::test_jtpa_earnings_from_means_and_standard_deviations` |
| seeds | 21 plates of seeds (Crowder 1978) under four priors | the JAGS suite | \
`{_REFERENCES}::test_seeds_under_four_priors` |
| cbpp | pleuropneumonia in 15 herds (Lesnoff et al. 2004) | lme4, 25-point quadrature | \
`{_REFERENCES}::test_cattle_disease_near_maximum_likelihood` |
| contraception | 1,934 women in 60 districts (Bangladesh Fertility Survey 1989) | \
lme4, 15-point quadrature | `{_REFERENCES}::test_contraception_near_maximum_likelihood` |
| toenail | 294 patients (De Backer et al. 1998), where a Laplace approximation fails | \
25-point quadrature | `{_REFERENCES}::test_toenail_makes_the_engine_distrust_itself` |
| dogliotti-5 | network of stroke prevention, rare events (Dogliotti et al. 2014) | NUTS | \
`{_PUBLISHED}` |
| gurusamy-5 | 14 trials against bleeding in liver transplantation, many zeros \
(Gurusamy et al. 2011) | NUTS | `{_PUBLISHED}` |
| statins-re | 19 trials of statins, treatment × prevention (Dias et al., TSD 3) | NUTS | \
`{_PUBLISHED}` |
| epil-nb | 59 patients × 4 visits, negative binomial (Thall & Vail 1990) | NUTS | `{_PUBLISHED}` |
| inhaler | 286 patients, cross-over, ordered answers (Ezzet & Whitehead 1991) | NUTS | \
`{_PUBLISHED}` |

"""
