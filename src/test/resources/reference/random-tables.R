# Forty small random tables, full of ties, late entries, weights of 0, empty cells: every estimator
# of survival and cmprsk on each, so that corners nobody thought of agree too.
source("common.R")
suppressPackageStartupMessages(library(cmprsk))
set.seed(20240229)
types <- c("log", "log-log", "plain", "logit", "arcsin")

one <- function(table) {
  n <- sample(4:20, 1)
  entry <- sample(0:4, n, TRUE)
  data.frame(table, entry, time = entry + sample(1:8, n, TRUE), event = rbinom(n, 1, 0.6),
             weight = sample(0:8, n, TRUE) / 4, id = sample(1:6, n, TRUE),
             cause = sample(0:2, n, TRUE), group = sample(1:3, n, TRUE),
             stratum = sample(1:2, n, TRUE), a = round(rnorm(n), 2), b = rbinom(n, 1, 0.5))
}
tables <- do.call(rbind, lapply(1:40, one))
write.csv(tables, "random-tables-rows.csv", row.names = FALSE, quote = FALSE)

curve <- function(case, fit) {
  at <- summary(fit, censored = TRUE)
  # Where a curve is 0 the jackknife leaves the rounding of 0.
  at$std.err <- ifelse(abs(at$std.err) < 1e-15, 0, at$std.err)
  for (what in c("n.risk", "surv", "std.err", "lower", "upper"))
    emit(case, what, at$time, at[[what]])
}

for (table in 1:40) {
  d <- tables[tables$table == table, ]
  type <- types[1 + table %% 5]
  late <- Surv(d$entry, d$time, d$event)
  right <- Surv(d$time, d$event)
  curve(paste(table, "late"), survfit(late ~ 1, conf.type = type))
  curve(paste(table, "late weighted clustered"),
        survfit(late ~ 1, weights = d$weight, cluster = d$id, conf.type = type))
  curve(paste(table, "weighted"),
        survfit(right ~ 1, weights = d$weight, robust = TRUE, conf.type = type))
  curve(paste(table, "clustered"), survfit(right ~ 1, cluster = d$id, conf.type = type))

  # survdiff and crr fail where nothing can be compared; what ours says then is tested elsewhere.
  test <- tryCatch(survdiff(Surv(time, event) ~ group + strata(stratum), d), error = identity)
  if (!inherits(test, "error") && is.finite(test$chisq))
    emit(paste(table, "log-rank"), "statistic", "", test$chisq)
  if (length(unique(d$group)) > 1) {
    gray <- with(d, cuminc(time, cause, group, stratum, rho = 1))$Tests
    for (cause in intersect(c("1", "2"), rownames(gray)))
      if (gray[cause, "stat"] >= 0)
        emit(paste(table, "gray"), cause, "", gray[cause, "stat"])
  }
  model <- tryCatch(with(d, crr(time, cause, cbind(a, b), cengroup = group, gtol = 1e-9,
                                maxiter = 40)), error = identity)
  if (!inherits(model, "error") && model$converged && all(abs(model$coef) < 8)) {
    emit(paste(table, "crr"), "coef", c("a", "b"), model$coef)
    emit(paste(table, "crr"), "var", c("aa", "ab", "ba", "bb"), c(model$var))
  }
}
write_reference("random-tables.csv")
