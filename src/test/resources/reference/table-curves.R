# What km and logrank print of weighted, clustered, late and reversed curves, quantiles, differences of
# restricted means, trends and pairs: numbers by their place in the JSON, and the text as R prints it.
source("common.R")

raw <- read.csv("lung-raw.csv")
veteran <- read.csv("veteran-weighted.csv")
heart <- read_data("heart")
heart$share <- 0.5 + (heart$id %% 4) / 4
write.csv(heart, "heart-weighted.csv", row.names = FALSE, quote = FALSE)
colon <- read_data("colon")

place <- function(case, pointer, value) {
  shown <- if (is.character(value)) value
           else ifelse(is.na(value), "NA", sprintf("%.17g", value))
  rows[[length(rows) + 1]] <<- data.frame(case = case, pointer = pointer, value = shown)
}
plain <- function(strata) gsub(" +(,|$)", "\\1", as.character(strata))
bound <- function(values, all) if (is.null(values)) rep(NA_real_, length(all)) else values

# The counted fit has no weights: n beside the sums of weights.
km <- function(case, fit, counted, times, weighted = FALSE, late = FALSE, quantiles = NULL) {
  table <- summary(fit)$table
  table <- if (is.matrix(table)) table else t(table)
  number <- summary(counted)$table
  number <- if (is.matrix(number)) number else t(number)
  s <- summary(fit, times = times)
  n <- summary(counted, times = times)
  group <- if (is.null(fit$strata)) rep("all", length(s$time)) else plain(s$strata)
  names <- if (is.null(fit$strata)) "all" else plain(names(fit$strata))
  q <- if (is.null(quantiles)) NULL else quantile(fit, quantiles)
  for (i in seq_along(names)) {
    at <- paste0("/groups/", i - 1, "/")
    place(case, paste0(at, "group"), names[i])
    place(case, paste0(at, c("n", "events")), number[i, c("records", "events")])
    place(case, paste0(at, "median"), table[i, "median"])
    if (weighted || late) place(case, paste0(at, c("n_max", "n_start")), table[i, c("n.max", "n.start")])
    if (weighted) place(case, paste0(at, "events_weighted"), table[i, "events"])
    for (j in seq_along(quantiles)) {
      row <- function(m) if (is.matrix(m)) m[i, j] else m[j]
      place(case, paste0(at, "quantiles/", j - 1, "/", c("probability", "time", "conf_low", "conf_high")),
            c(quantiles[j], row(q$quantile), row(q$lower), row(q$upper)))
    }
    own <- which(group == names[i])
    for (field in list(c("time", "time"), c("survival", "surv"), c("std_error", "std.err"),
                       c("conf_low", "lower"), c("conf_high", "upper")))
      place(case, paste0(at, "curve/", seq_along(own) - 1, "/", field[1]),
            bound(s[[field[2]]], s$time)[own])
    for (field in list(c("n_risk", "n.risk"), c("n_event", "n.event"), c("n_censor", "n.censor"))) {
      place(case, paste0(at, "curve/", seq_along(own) - 1, "/", field[1]), n[[field[2]]][own])
      if (weighted) place(case, paste0(at, "curve/", seq_along(own) - 1, "/", field[1], "_weighted"),
                          s[[field[2]]][own])
    }
  }
}

km("weighted", survfit(Surv(time, event) ~ trt, veteran, weights = w),
   survfit(Surv(time, event) ~ trt, veteran), c(30, 90, 365), weighted = TRUE)
km("clustered", survfit(Surv(time, status) ~ sex, raw[!is.na(raw$inst), ], cluster = inst),
   survfit(Surv(time, status) ~ sex, raw[!is.na(raw$inst), ]), c(100, 365, 700))
km("weighted clustered", survfit(Surv(time, event) ~ trt, veteran, weights = w, cluster = celltype),
   survfit(Surv(time, event) ~ trt, veteran), c(30, 90, 365), weighted = TRUE)
km("late", survfit(Surv(start, time, event) ~ transplant, heart),
   survfit(Surv(start, time, event) ~ transplant, heart), c(10, 100, 365), late = TRUE)
km("late weighted", survfit(Surv(start, time, event) ~ surgery, heart, weights = share),
   survfit(Surv(start, time, event) ~ surgery, heart), c(10, 100, 365), weighted = TRUE)
km("late clustered", survfit(Surv(start, time, event) ~ surgery, heart, cluster = id),
   survfit(Surv(start, time, event) ~ surgery, heart), c(10, 100, 365), late = TRUE)
km("reversed", survfit(Surv(time, 3 - status) ~ sex, raw), survfit(Surv(time, 3 - status) ~ sex, raw),
   c(100, 365, 700), quantiles = c(0.25, 0.5, 0.75))
km("no interval", survfit(Surv(time, event) ~ trt, veteran, conf.type = "none"),
   survfit(Surv(time, event) ~ trt, veteran), c(0, 30, 90))
km("quantiles", survfit(Surv(time, event) ~ celltype, veteran, conf.type = "log-log"),
   survfit(Surv(time, event) ~ celltype, veteran), 100, quantiles = c(0.1, 0.5, 0.9))

# Each group's restricted mean against the first's.
contrasts <- function(case, fit, horizon, level = 0.95) {
  table <- summary(fit, rmean = horizon)$table
  mean <- table[, "rmean"]
  se <- table[, "se(rmean)"]
  z <- qnorm(c((1 - level) / 2, (1 + level) / 2))
  for (i in seq_along(mean)[-1]) {
    at <- paste0("/rmst_contrasts/", i - 2, "/")
    place(case, paste0(at, c("group", "reference")), plain(rownames(table)[c(i, 1)]))
    difference <- mean[[i]] - mean[[1]]
    error <- sqrt(se[[1]]^2 + se[[i]]^2)
    place(case, paste0(at, "rmst_difference", c("", "_std_error", "_conf_low", "_conf_high", "_p_value")),
          c(difference, error, difference + z * error, 2 * pnorm(-abs(difference / error))))
    ratio <- log(mean[[i]] / mean[[1]])
    error <- sqrt((se[[1]] / mean[[1]])^2 + (se[[i]] / mean[[i]])^2)
    place(case, paste0(at, "rmst_ratio", c("", "_conf_low", "_conf_high", "_p_value")),
          c(exp(ratio), exp(ratio + z * error), 2 * pnorm(-abs(ratio / error))))
  }
}
contrasts("means", survfit(Surv(time, status) ~ sex, raw), 730)
contrasts("several means", survfit(Surv(time, event) ~ rx, colon), 1825, 0.9)

# (c'(O - E))^2 / c'Vc from survdiff's own parts.
trend <- function(case, fit, scores) {
  excess <- if (is.matrix(fit$obs)) rowSums(fit$obs - fit$exp) else fit$obs - fit$exp
  statistic <- sum(scores * excess)^2 / c(scores %*% fit$var %*% scores)
  place(case, c("/statistic", "/p_value"), c(fit$chisq, fit$pvalue))
  place(case, c("/trend/statistic", "/trend/df", "/trend/p_value"),
        c(statistic, 1, pchisq(statistic, 1, lower.tail = FALSE)))
}
trend("trend", survdiff(Surv(time, status) ~ ph.ecog, raw, subset = !is.na(ph.ecog)), 1:4)
trend("scored trend", survdiff(Surv(time, event) ~ extent + strata(rx), colon), c(1, 2, 4, 8))

pairs <- function(case, data, column, method, rho = 0) {
  two <- combn(sort(unique(data[[column]])), 2)
  tests <- apply(two, 2, function(names) {
    test <- survdiff(reformulate(column, quote(Surv(time, event))),
                     data[data[[column]] %in% names, ], rho = rho)
    c(test$chisq, test$pvalue)
  })
  at <- paste0("/pairs/", seq_len(ncol(two)) - 1, "/")
  place(case, paste0(at, "group"), paste0(column, "=", two[1, ]))
  place(case, paste0(at, "other"), paste0(column, "=", two[2, ]))
  place(case, paste0(at, "statistic"), tests[1, ])
  place(case, paste0(at, "p_value"), tests[2, ])
  place(case, paste0(at, "adjusted_p_value"), p.adjust(tests[2, ], method))
}
pairs("holm", veteran, "celltype", "holm")
pairs("bh", veteran, "celltype", "BH", 1)
pairs("bonferroni", colon, "rx", "bonferroni")

out <- do.call(rbind, rows)
write.csv(out, "table-curves.csv", row.names = FALSE, quote = TRUE)

uncalled <- function(result) { result$call <- NULL; result }
text <- function(case, fit, times, ...) {
  writeLines(c(capture.output(print(uncalled(fit), ...)), "",
               capture.output(print(uncalled(summary(fit, times = times))))),
             paste0("table-curves-", case, ".txt"))
}
text("weighted", survfit(Surv(time, event) ~ trt, veteran, weights = w), c(30, 90, 365))
text("late", survfit(Surv(start, time, event) ~ transplant, heart), c(10, 100, 365))
text("late-weighted", survfit(Surv(start, time, event) ~ surgery, heart, weights = share), c(10, 365))
text("none", survfit(Surv(time, event) ~ trt, veteran, conf.type = "none"), c(30, 90))
