# survfit: left truncation, case weights, robust variance, clusters, times in between, timefix.
source("common.R")

curve <- function(case, fit, times = c(0, 10, 100, 365, 1000)) {
  at <- summary(fit, censored = TRUE)
  some <- unique(c(round(seq(1, length(at$time), length.out = 20)), length(at$time)))
  for (what in c("n.risk", "n.event", "n.censor", "surv", "std.err", "lower", "upper"))
    emit(case, what, at$time[some], at[[what]][some])
  at <- summary(fit, times = times)
  for (what in c("n.risk", "n.event", "n.censor", "surv", "std.err", "lower", "upper"))
    emit(case, paste0("at_", what), at$time, at[[what]])
  table <- summary(fit, rmean = 300)$table
  emit(case, "rmean", 300, table[["rmean"]])
  emit(case, "rmean_se", 300, table[["se(rmean)"]])
  emit(case, "median", c("quantile", "low", "high"),
       unlist(quantile(fit, 0.5)[c("quantile", "lower", "upper")]))
}

lung <- read_data("lung")
veteran <- read_data("veteran")
heart <- read_data("heart")
myeloma <- read_data("myeloma")

# Weights and clusters from columns, so that the tests can make them too.
lung$whole <- 1 + lung$ecog
lung$fraction <- lung$age / 60
veteran$fraction <- veteran$karno / 50
heart$fraction <- (heart$id %% 7) / 4

curve("heart", survfit(Surv(start, time, event) ~ 1, heart))
curve("heart plain", survfit(Surv(start, time, event) ~ 1, heart, conf.type = "plain"))
curve("heart weighted", survfit(Surv(start, time, event) ~ 1, heart, weights = fraction))
curve("heart clustered", survfit(Surv(start, time, event) ~ 1, heart, cluster = id))
curve("heart weighted clustered",
      survfit(Surv(start, time, event) ~ 1, heart, weights = fraction, cluster = id))
# Months make ties; the earliest patients die or leave before the next enters.
myeloma$entry <- floor(myeloma$entry / 30)
myeloma$time <- floor(myeloma$time / 30)
late <- myeloma[myeloma$entry < myeloma$time, ]
curve("myeloma months", survfit(Surv(entry, time, event) ~ 1, late), c(0, 1, 10, 50, 100))
curve("lung whole weights", survfit(Surv(time, event) ~ 1, lung, weights = whole))
curve("lung fractions", survfit(Surv(time, event) ~ 1, lung, weights = fraction))
curve("lung robust", survfit(Surv(time, event) ~ 1, lung, robust = TRUE, conf.type = "log-log"))
curve("lung whole robust", survfit(Surv(time, event) ~ 1, lung, weights = whole, robust = TRUE))
curve("lung fractions not robust",
      survfit(Surv(time, event) ~ 1, lung, weights = fraction, robust = FALSE))
curve("lung clustered", survfit(Surv(time, event) ~ 1, lung, cluster = age, conf.type = "logit"))
curve("veteran plain", survfit(Surv(time, event) ~ 1, veteran, weights = fraction,
                               conf.type = "plain"), c(0, 10, 100, 365))

# The risk set empties at 3 by censoring, and at 6 by death, and fills again.
gap <- data.frame(entry = c(0, 0, 1, 4, 4, 5, 7, 7, 8), time = c(2, 3, 3, 5, 6, 6, 9, 10, 12),
                  event = c(1, 0, 0, 1, 1, 1, 1, 0, 1))
curve("gap", survfit(Surv(entry, time, event) ~ 1, gap), c(0, 2.5, 3, 4, 5.5, 6, 8, 11))
curve("gap closed", survfit(Surv(entry, time, event) ~ 1, gap[gap$time != 6, ]),
      c(0, 2.5, 3, 4, 5.5, 8, 11))

# Tenths added up differ from tenths by rounding.
tenths <- data.frame(time = c(0.1 + 0.2, 0.3, 0.7, 0.1 * 7, 0.8, 0.9), event = c(1, 1, 1, 0, 1, 0))
curve("tenths", survfit(Surv(time, event) ~ 1, tenths), c(0, 0.3, 0.75, 0.9))

before <- data.frame(time = c(-3, -1, 0, 2, 5), event = c(1, 0, 1, 1, 0))
curve("before zero", survfit(Surv(time, event) ~ 1, before), c(-3, -2, 0, 4))

# The difference and the ratio of restricted means, from those of each group.
table <- summary(survfit(Surv(time, event) ~ female, lung), rmean = 500)$table
mean <- table[, "rmean"]
se <- table[, "se(rmean)"]
contrast <- function(what, estimate, error) {
  emit("lung by sex", what, c("estimate", "se", "p", "low", "high"),
       c(estimate, error, 2 * pnorm(-abs(estimate / error)),
         estimate + qnorm(c(0.025, 0.975)) * error))
}
contrast("difference", mean[[2]] - mean[[1]], sqrt(sum(se^2)))
contrast("log ratio", log(mean[[2]] / mean[[1]]), sqrt(sum((se / mean)^2)))
write_reference("kaplan-meier-rows.csv")
