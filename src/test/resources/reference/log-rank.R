# survdiff: two and more groups, rho 0, 1 and 0.5, with and without strata.
source("common.R")

compare <- function(case, formula, data, rhos = c(0, 1)) {
  for (rho in rhos) {
    fit <- survdiff(formula, data, rho = rho)
    id <- paste(case, rho)
    df <- length(fit$n) - 1
    emit(id, "test", c("statistic", "df", "p"), c(fit$chisq, df, fit$pvalue))
    emit(id, "n", seq_along(fit$n), as.vector(fit$n))
    emit(id, "observed", seq_along(fit$n), rowSums(as.matrix(fit$obs)))
    emit(id, "expected", seq_along(fit$n), rowSums(as.matrix(fit$exp)))
  }
}

lung <- read_data("lung")
veteran <- read_data("veteran")
colon <- read_data("colon")
rotterdam <- read_data("rotterdam")

compare("lung female", Surv(time, event) ~ female, lung, c(0, 0.5, 1))
compare("veteran celltype", Surv(time, event) ~ celltype, veteran)
compare("veteran trt by celltype", Surv(time, event) ~ trt + strata(celltype), veteran)
compare("colon rx", Surv(time, event) ~ rx, colon)
compare("colon rx by extent", Surv(time, event) ~ rx + strata(extent), colon)
compare("rotterdam size by chemo", Surv(time, event) ~ size + strata(chemo), rotterdam)
write_reference("log-rank.csv")
