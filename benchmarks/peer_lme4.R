# Fit the reference model with lme4's glmer (Laplace, variances plugged in), warm; one line of JSON.
#   Rscript benchmarks/peer_lme4.R FOLDER     with FOLDER/experiment_*.csv: site,model,n,y
suppressMessages(library(lme4))
files <- list.files(commandArgs(TRUE)[1], pattern = "^experiment_.*csv$", full.names = TRUE)
seconds <- c()
for (file in files) {
  d <- read.csv(file)
  d$cell <- paste(d$site, d$model)
  start <- proc.time()[["elapsed"]]
  fit <- suppressMessages(suppressWarnings(
    glmer(cbind(y, n - y) ~ 1 + (1 | site) + (1 | model) + (1 | cell), d, binomial)))
  effects <- ranef(fit, condVar = TRUE)
  seconds <- c(seconds, proc.time()[["elapsed"]] - start)
}
cat(sprintf('{"seconds": [%s], "version": "%s"}\n',
            paste(seconds[-1], collapse = ", "), as.character(packageVersion("lme4"))))
