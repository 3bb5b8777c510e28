# What the commands km, logrank and cox print of a table: numbers by their place in the JSON, and the
# text as R prints it, its Call left out. Also makes the tables with missing values, counts and weights.
source("common.R")
options(show.signif.stars = FALSE)

raw <- within(survival::lung, OS_STATUS <- ifelse(status == 2, "1:DECEASED", "0:LIVING"))
write.csv(raw, "lung-raw.csv", row.names = FALSE, quote = FALSE)
colon <- read_data("colon")
veteran <- read_data("veteran")
rotterdam <- read_data("rotterdam")
veteran$w <- veteran$age / 60
write.csv(veteran, "veteran-weighted.csv", row.names = FALSE, quote = FALSE)
monthly <- aggregate(list(n = rep(1, nrow(veteran))),
                     with(veteran, list(month = ceiling(time / 30), event = event, trt = trt)), sum)
write.csv(monthly, "veteran-monthly.csv", row.names = FALSE, quote = FALSE)
counted <- monthly[rep(seq_len(nrow(monthly)), monthly$n), ]

# Values of a case, each at its place.
place <- function(case, pointer, value) {
  shown <- if (is.character(value)) value
           else ifelse(is.na(value), "NA", sprintf("%.17g", value))
  rows[[length(rows) + 1]] <<- data.frame(case = case, pointer = pointer, value = shown)
}

# R pads the levels of all factors but the first.
plain <- function(strata) gsub(" +(,|$)", "\\1", as.character(strata))

km <- function(case, fit, times = NULL, rmst = NULL) {
  table <- summary(fit, rmean = if (is.null(rmst)) "none" else rmst)$table
  table <- if (is.matrix(table)) table else t(table)
  s <- if (is.null(times)) summary(fit, censored = TRUE) else summary(fit, times = times)
  group <- if (is.null(fit$strata)) rep("all", length(s$time)) else plain(s$strata)
  names <- if (is.null(fit$strata)) "all" else plain(names(fit$strata))
  limits <- paste0(fit$conf.int, c("LCL", "UCL"))
  for (i in seq_along(names)) {
    at <- paste0("/groups/", i - 1, "/")
    place(case, paste0(at, "group"), names[i])
    place(case, paste0(at, c("n", "events", "median", "median_conf_low", "median_conf_high")),
          table[i, c("records", "events", "median", limits)])
    place(case, paste0(at, c("rmst", "rmst_std_error")),
          if (is.null(rmst)) c(NA, NA) else table[i, c("rmean", "se(rmean)")])
    own <- which(group == names[i])
    for (field in list(c("time", "time"), c("n_risk", "n.risk"), c("n_event", "n.event"),
                       c("n_censor", "n.censor"), c("survival", "surv"), c("std_error", "std.err"),
                       c("conf_low", "lower"), c("conf_high", "upper"))) {
      place(case, paste0(at, "curve/", seq_along(own) - 1, "/", field[1]), s[[field[2]]][own])
    }
  }
}

logrank <- function(case, test) {
  df <- length(test$n) - 1
  place(case, c("/statistic", "/df", "/p_value"),
        c(test$chisq, df, pchisq(test$chisq, df, lower.tail = FALSE)))
  at <- paste0("/groups/", seq_along(test$n) - 1, "/")
  place(case, paste0(at, "group"), plain(names(test$n)))
  place(case, paste0(at, "n"), as.vector(test$n))
  place(case, paste0(at, "observed"), if (is.matrix(test$obs)) rowSums(test$obs) else test$obs)
  place(case, paste0(at, "expected"), if (is.matrix(test$exp)) rowSums(test$exp) else test$exp)
}

cox <- function(case, formula, data, ties = "efron", weights = NULL, zph = FALSE) {
  wanted <- list(formula, data, ties = ties, control = exact)
  wanted$weights <- weights
  first <- do.call(coxph, wanted)
  # Started at its own end, Newton takes the last step that the stopping rule leaves out.
  fit <- do.call(coxph, c(wanted, list(init = coef(first))))
  s <- summary(fit)
  place(case, c("/n", "/events"), c(fit$n, fit$nevent))
  place(case, "/ties", ties)
  place(case, c("/loglik/0", "/loglik/1"), first$loglik)
  tests <- list(wald = c(first$wald.test[[1]], s$waldtest[["df"]]),
                score = c(summary(first)$sctest[["test"]], s$sctest[["df"]]),
                likelihood_ratio = c(summary(first)$logtest[["test"]], s$logtest[["df"]]))
  for (test in names(tests)) {
    value <- tests[[test]]
    place(case, paste0("/tests/", test, "/", c("statistic", "df", "p_value")),
          c(value, pchisq(value[1], value[2], lower.tail = FALSE)))
  }
  table <- s$coefficients
  bounds <- confint(fit)
  at <- paste0("/terms/", seq_len(nrow(table)) - 1, "/")
  place(case, paste0(at, "term"), rownames(table))
  place(case, paste0(at, "estimate"), table[, "coef"])
  place(case, paste0(at, "std_error"), table[, "se(coef)"])
  place(case, paste0(at, "robust_std_error"),
        if ("robust se" %in% colnames(table)) table[, "robust se"] else rep(NA_real_, nrow(table)))
  place(case, paste0(at, "statistic"), table[, "z"])
  place(case, paste0(at, "p_value"), table[, "Pr(>|z|)"])
  place(case, paste0(at, "conf_low"), bounds[, 1])
  place(case, paste0(at, "conf_high"), bounds[, 2])
  place(case, paste0(at, "hazard_ratio"), table[, "exp(coef)"])
  place(case, paste0(at, "hazard_ratio_low"), exp(bounds[, 1]))
  place(case, paste0(at, "hazard_ratio_high"), exp(bounds[, 2]))
  place(case, c("/concordance/estimate", "/concordance/std_error"),
        first$concordance[c("concordance", "std")])
  if (!zph) return(place(case, "/zph", NA_real_))
  test <- cox.zph(fit)$table
  at <- paste0("/zph/", seq_len(nrow(test)) - 1, "/")
  place(case, paste0(at, "term"), rownames(test))
  place(case, paste0(at, "statistic"), test[, "chisq"])
  place(case, paste0(at, "df"), test[, "df"])
  place(case, paste0(at, "p_value"), test[, "p"])
}

km("sexes", survfit(Surv(time, status) ~ sex, raw), times = c(100, 365, 730), rmst = 730)
km("several", survfit(Surv(time, status == 2) ~ factor(ph.ecog) + sex, raw), times = c(0, 365))
km("everybody", survfit(Surv(time, OS_STATUS == "1:DECEASED") ~ 1, raw, conf.type = "log-log",
                        conf.int = 0.9))
km("plain", survfit(Surv(time, event) ~ celltype, veteran, conf.type = "plain"))
km("logit", survfit(Surv(time, event) ~ rx + surg, colon, conf.type = "logit"),
   times = c(500, 1000, 3000), rmst = 2000)
km("arcsin", survfit(Surv(time, event) ~ trt, veteran, conf.type = "arcsin"), times = c(30, 90))
km("counted", survfit(Surv(month, event) ~ trt, counted), rmst = 12)

logrank("sexes compared", survdiff(Surv(time, status) ~ sex, raw))
logrank("several compared", survdiff(Surv(time, status) ~ ph.ecog + sex, raw))
logrank("within strata", survdiff(Surv(time, event) ~ rx + strata(extent), colon))
logrank("early", survdiff(Surv(time, event) ~ celltype, veteran, rho = 1))
logrank("counted compared", survdiff(Surv(month, event) ~ trt, counted))

cox("missing", Surv(time, status) ~ age + sex + ph.ecog, raw)
cox("condition", Surv(time, OS_STATUS == "1:DECEASED") ~ age + factor(ph.ecog), raw)
cox("interaction", Surv(time, event) ~ rx * male + factor(extent) + strata(surg), colon)
cox("breslow", Surv(time, event) ~ trt + celltype + I(karno / 10), veteran, "breslow")
cox("exact", Surv(month, event) ~ trt, counted, "exact")
cox("functions", Surv(time, event) ~ age + log(pgr + 1) + factor(grade) + size + strata(chemo),
    rotterdam)
cox("counted model", Surv(month, event) ~ trt, counted)
cox("proportional", Surv(time, event) ~ trt + celltype + karno, veteran, zph = TRUE)
cox("weighted", Surv(time, event) ~ trt + celltype, veteran, weights = veteran$w)
cox("clustered", Surv(time, status) ~ age + sex + cluster(inst), raw)
cox("late entries", Surv(start, time, event) ~ age + transplant, read_data("heart"))

out <- do.call(rbind, rows)
write.csv(out, "table-commands.csv", row.names = FALSE, quote = TRUE)

# The text of a result without its Call.
uncalled <- function(result) { result$call <- NULL; result }
text <- function(case, ...) {
  writeLines(c(...), paste0("table-commands-", case, ".txt"))
}
printed <- function(x, ...) capture.output(print(uncalled(x), ...))
by_group <- survfit(Surv(time, status) ~ ph.ecog + sex, raw)
text("km", printed(by_group, rmean = 700), "",
     capture.output(print(uncalled(summary(by_group, times = c(0, 100, 365))))))
all <- survfit(Surv(time, status) ~ 1, raw, conf.int = 0.9)
text("km-all", printed(all), "", capture.output(print(uncalled(summary(all, times = c(5, 500, 900))))))
text("logrank", printed(survdiff(Surv(time, status) ~ ph.ecog, raw)))
text("logrank-rho", printed(survdiff(Surv(time, event) ~ celltype + trt, veteran, rho = 1)))
text("cox", printed(summary(coxph(Surv(time, status) ~ age + factor(ph.ecog) + sex, raw))))
text("cox-interaction",
     printed(summary(coxph(Surv(time, event) ~ trt * celltype + karno + I(age / 1000), veteran))))
text("cox-one", printed(summary(coxph(Surv(time, event) ~ karno, veteran))))
text("cox-robust",
     printed(summary(coxph(Surv(time, event) ~ trt + celltype, veteran, weights = w))))
text("cox-null", printed(coxph(Surv(time, status) ~ 1, raw)))
text("zph", capture.output(print(cox.zph(coxph(Surv(time, event) ~ trt + celltype + karno, veteran)))))
