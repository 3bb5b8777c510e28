# survfit: curves with the five kinds of interval and with none, quantiles, times, restricted means, follow-up.
source("common.R")

types <- c("log", "log-log", "plain", "logit", "arcsin", "none")
probs <- c(0.1, 0.25, 0.5, 0.75, 0.9)

# Without an interval R has no bounds at all.
bound <- function(values, all) if (is.null(values)) rep(NA_real_, length(all)) else values

summarise <- function(case, data, level, times, horizon) {
  for (type in types) {
    fit <- survfit(Surv(time, event) ~ 1, data, conf.type = type, conf.int = level)
    id <- paste(case, type)
    q <- if (type == "none") list(quantile = quantile(fit, probs, conf.int = FALSE))
         else quantile(fit, probs)
    emit(id, "quantile", probs, q$quantile)
    emit(id, "quantile_low", probs, bound(q$lower, probs))
    emit(id, "quantile_high", probs, bound(q$upper, probs))
    at <- summary(fit, times = times)
    for (what in c("n.risk", "surv", "std.err", "lower", "upper"))
      emit(id, paste0("at_", what), at$time, bound(at[[what]], at$time))
  }
  table <- summary(fit, rmean = horizon)$table
  emit(case, "rmean", horizon, table[["rmean"]])
  emit(case, "rmean_se", horizon, table[["se(rmean)"]])
  reverse <- quantile(survfit(Surv(time, 1 - event) ~ 1, data, conf.int = level), 0.5)
  emit(case, "follow_up", "median", reverse$quantile)
  emit(case, "follow_up", "low", reverse$lower)
  emit(case, "follow_up", "high", reverse$upper)
}

curve <- function(case, data) {
  for (type in types) {
    fit <- summary(survfit(Surv(time, event) ~ 1, data, conf.type = type), censored = TRUE)
    for (what in c("n.risk", "n.event", "n.censor", "surv", "std.err", "lower", "upper"))
      emit(paste(case, type), what, fit$time, bound(fit[[what]], fit$time))
  }
}

lung <- read_data("lung")
veteran <- read_data("veteran")
ovarian <- read_data("ovarian")
colon <- read_data("colon")
rotterdam <- read_data("rotterdam")

curve("ovarian", ovarian)
curve("veteran squamous", veteran[veteran$celltype == "squamous", ])

summarise("lung", lung, 0.95, c(0, 100.5, 365, 700, 1022, 2000), 700)
summarise("lung female", lung[lung$female == 1, ], 0.90, c(5, 365, 900), 1500)
summarise("veteran", veteran, 0.95, c(1, 30, 365, 999), 365)
summarise("ovarian", ovarian, 0.95, c(100, 365, 1227), 1000)
summarise("colon observation", colon[colon$rx == "Obs", ], 0.95, c(365, 1826, 3000), 1826)
summarise("rotterdam", rotterdam, 0.99, c(36, 1826, 5000, 7000), 3652)

# Flat at exactly one half: in the middle, and to the end.
summarise("flat", data.frame(time = 1:4, event = c(1, 1, 0, 1)), 0.95, 2:3, 3)
summarise("flat to the end", data.frame(time = c(1:4, 7), event = c(0, 1, 1, 0, 0)), 0.95, 2:3, 3)
write_reference("kaplan-meier.csv")
