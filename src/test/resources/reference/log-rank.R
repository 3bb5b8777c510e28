# survdiff: two and more groups, rho 0, 1 and 0.5, with and without strata; Fleming-Harrington by its
# formula; trend from survdiff's covariance; all pairs with p.adjust.
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
# Fleming-Harrington (p, q), term by term.
fleming_harrington <- function(case, time, event, group, stratum, p, q) {
  levels <- sort(unique(group))
  excess <- 0 * seq_along(levels)
  variance <- matrix(0, length(levels), length(levels))
  for (s in unique(stratum)) {
    surv <- 1
    for (t in sort(unique(time[stratum == s & event == 1]))) {
      at_risk <- stratum == s & time >= t
      dead <- at_risk & time == t & event == 1
      n <- sum(at_risk)
      d <- sum(dead)
      share <- sapply(levels, function(g) sum(at_risk & group == g)) / n
      w <- surv^p * (1 - surv)^q
      excess <- excess + w * (sapply(levels, function(g) sum(dead & group == g)) - d * share)
      if (n > 1) {
        variance <- variance +
          w^2 * d * (n - d) / (n - 1) * (diag(share) - outer(share, share))
      }
      surv <- surv * (1 - d / n)
    }
  }
  statistic <- sum(excess[-1] * solve(variance[-1, -1], excess[-1]))
  df <- length(levels) - 1
  emit(paste(case, p, q), "test", c("statistic", "df", "p"),
       c(statistic, df, pchisq(statistic, df, lower.tail = FALSE)))
}

for (pq in list(c(0, 0), c(1, 0), c(0, 1), c(1, 1), c(0.5, 2))) {
  with(lung, fleming_harrington("fh lung female", time, event, female, 0 * time, pq[1], pq[2]))
  with(colon, fleming_harrington("fh colon rx by extent", time, event, rx, extent, pq[1], pq[2]))
}

trend <- function(case, formula, data, scores) {
  fit <- survdiff(formula, data)
  excess <- rowSums(as.matrix(fit$obs - fit$exp))
  statistic <- sum(scores * excess)^2 / c(scores %*% fit$var %*% scores)
  emit(case, "trend", c("statistic", "p"),
       c(statistic, pchisq(statistic, 1, lower.tail = FALSE)))
}
trend("lung ecog", Surv(time, event) ~ ecog, lung, 0:3)
trend("colon extent by rx", Surv(time, event) ~ extent + strata(rx), colon, c(1, 2, 4, 8))

pairs <- combn(sort(unique(veteran$celltype)), 2)
p <- apply(pairs, 2, function(two) {
  survdiff(Surv(time, event) ~ celltype, veteran[veteran$celltype %in% two, ])$pvalue
})
for (method in c("none", "bonferroni", "holm", "BH"))
  emit("veteran pairs", method, apply(pairs, 2, paste, collapse = "-"), p.adjust(p, method))
write_reference("log-rank.csv")
