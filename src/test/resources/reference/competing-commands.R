# What the commands cuminc and finegray print of a table: numbers by their place in the JSON, and the
# text as cmprsk prints it. Also makes the tables with missing values, texts and counts.
source("common.R")
suppressPackageStartupMessages(library(cmprsk))

# Progression (1) and death without it (2) of survival's mgus2, with its missing values and texts.
raw <- with(survival::mgus2, data.frame(
  time = ifelse(pstat == 1, ptime, futime), cause = ifelse(pstat == 1, 1, 2 * death), age, sex,
  hgb, creat, mspike))
raw$state <- c("alive", "progressed", "died")[raw$cause + 1]
write.csv(raw, "mgus2-raw.csv", row.names = FALSE, quote = FALSE)
pbc <- read_data("pbc")
swapped <- transform(pbc, cause = c(0, 2, 1)[cause + 1])
yearly <- aggregate(list(n = rep(1, nrow(pbc))),
                    with(swapped, list(year = ceiling(time / 365.25), cause = cause, stage = stage,
                                       trt = trt)), sum)
write.csv(yearly, "pbc-yearly.csv", row.names = FALSE, quote = FALSE)
counted <- yearly[rep(seq_len(nrow(yearly)), yearly$n), ]

place <- function(case, pointer, value) {
  shown <- if (is.character(value)) value
           else ifelse(is.na(value), "NA", sprintf("%.17g", value))
  rows[[length(rows) + 1]] <<- data.frame(case = case, pointer = pointer, value = shown)
}

# The interval on log(-log F), for which cmprsk has no function.
bound <- function(est, var, level, side) {
  z <- side * qnorm((1 + level) / 2)
  ifelse(est == 0, NA, est^exp(z * sqrt(var) / (est * log(est))))
}

# A group and cause after the other, as cmprsk orders them; at each step where no times are asked for.
cuminc_of <- function(case, fit, names, times = NULL, level = 0.95) {
  curves <- fit[names(fit) != "Tests"]
  for (i in seq_along(curves)) {
    curve <- curves[[i]]
    shown <- times
    # Every step has two corners; the last row is the last follow-up.
    if (is.null(times)) {
      steps <- seq_along(curve$time) %% 2 == 1
      shown <- curve$time[steps][-1]
    }
    shown <- shown[shown <= max(curve$time)]
    last <- sapply(shown, function(t) max(which(curve$time <= t)))
    est <- curve$est[last]
    var <- curve$var[last]
    at <- paste0("/groups/", i - 1, "/")
    place(case, paste0(at, c("group", "cause")),
          c(names[(i - 1) %% length(names) + 1], sub(".* ", "", names(curves)[i])))
    place(case, paste0(at, "curve/", length(shown)), "none")
    step <- paste0(at, "curve/", seq_along(shown) - 1, "/")
    place(case, paste0(step, "time"), shown)
    place(case, paste0(step, "estimate"), est)
    place(case, paste0(step, "std_error"), sqrt(var))
    place(case, paste0(step, "conf_low"), bound(est, var, level, -1))
    place(case, paste0(step, "conf_high"), bound(est, var, level, 1))
  }
  if (is.null(fit$Tests)) return(place(case, "/gray", NA_real_))
  test <- fit$Tests["1", ]
  # cmprsk takes 1 - pchisq, which loses the digits of a small P value.
  place(case, paste0("/gray/", c("statistic", "df", "p_value")),
        c(test[["stat"]], test[["df"]],
          pchisq(test[["stat"]], test[["df"]], lower.tail = FALSE)))
}

cuminc_of("sexes", with(raw, cuminc(time, cause, sex)), c("sex=F", "sex=M"), c(12, 120, 240, 400))
cuminc_of("every step", with(raw, cuminc(time, cause, sex)), c("sex=F", "sex=M"))
cuminc_of("everybody", with(raw, cuminc(time, cause)), "all", c(0, 60, 360), level = 0.9)
kept <- raw[!is.na(raw$creat), ]
cuminc_of("several", with(kept, cuminc(time, cause, paste(sex, creat > 1.1))),
          c("sex=F, I(creat > 1.1)=FALSE", "sex=F, I(creat > 1.1)=TRUE",
            "sex=M, I(creat > 1.1)=FALSE", "sex=M, I(creat > 1.1)=TRUE"), c(24, 120))
cuminc_of("within strata", with(swapped, cuminc(time, cause, trt, stage)), c("trt=0", "trt=1"),
          c(365, 1826))
cuminc_of("early", with(pbc, cuminc(time, cause, stage, rho = 1)), paste0("stage=", 1:4),
          c(1000, 3000))
cuminc_of("counted", with(counted, cuminc(year, cause, trt)), c("trt=0", "trt=1"))

finegray <- function(case, data, time, formula, names = NULL) {
  frame <- model.frame(formula, data, na.action = na.omit)
  data <- data[rownames(frame), ]
  x <- model.matrix(formula, data)[, -1, drop = FALSE]
  # Where rounding keeps crr from 1e-12 its next step is held to be below 1e-9 standard errors.
  for (gtol in c(1e-12, 1e-11, 1e-10)) {
    fit <- crr(data[[time]], data$cause, x, gtol = gtol, maxiter = 30)
    if (fit$converged) break
  }
  stopifnot(fit$converged, abs(fit$invinf %*% fit$score) < 1e-9 * sqrt(diag(fit$var)))
  place(case, c("/n", "/events"), c(fit$n, sum(data$cause == 1)))
  place(case, "/ties", "breslow")
  place(case, c("/loglik/0", "/loglik/1"), c(fit$loglik.null, fit$loglik))
  df <- length(fit$coef)
  wald <- drop(fit$coef %*% solve(fit$var, fit$coef))
  ratio <- 2 * (fit$loglik - fit$loglik.null)
  for (test in list(list("wald", wald), list("likelihood_ratio", ratio))) {
    place(case, paste0("/tests/", test[[1]], "/", c("statistic", "df", "p_value")),
          c(test[[2]], df, pchisq(test[[2]], df, lower.tail = FALSE)))
  }
  place(case, c("/tests/score", "/concordance", "/zph"), rep(NA_real_, 3))
  se <- sqrt(diag(fit$var))
  at <- paste0("/terms/", seq_len(df) - 1, "/")
  place(case, paste0(at, "term"), colnames(x))
  place(case, paste0(at, "estimate"), fit$coef)
  place(case, paste0(at, "std_error"), se)
  place(case, paste0(at, "robust_std_error"), rep(NA_real_, df))
  place(case, paste0(at, "statistic"), fit$coef / se)
  place(case, paste0(at, "p_value"), 2 * pnorm(-abs(fit$coef / se)))
  z <- qnorm(0.975)
  place(case, paste0(at, "conf_low"), fit$coef - z * se)
  place(case, paste0(at, "conf_high"), fit$coef + z * se)
  place(case, paste0(at, "hazard_ratio"), exp(fit$coef))
  place(case, paste0(at, "hazard_ratio_low"), exp(fit$coef - z * se))
  place(case, paste0(at, "hazard_ratio_high"), exp(fit$coef + z * se))
}

finegray("missing", raw, "time", ~ age + sex + hgb + mspike)
finegray("functions", swapped, "time", ~ log(bili) * trt + factor(stage) + I(age / 10))
finegray("counted model", counted, "year", ~ trt + factor(stage))

# The hazard specific to the cause: Cox's model with other causes censored.
first <- coxph(Surv(time, cause == 1) ~ age + sex + hgb + mspike, raw, control = exact)
specific <- coxph(Surv(time, cause == 1) ~ age + sex + hgb + mspike, raw, control = exact,
                  init = coef(first))
place("cause-specific", c("/n", "/events"), c(specific$n, specific$nevent))
place("cause-specific", paste0("/terms/", 0:3, "/estimate"), coef(specific))
place("cause-specific", paste0("/terms/", 0:3, "/std_error"), sqrt(diag(vcov(specific))))
place("cause-specific", paste0("/loglik/", 0:1), first$loglik)
write.csv(do.call(rbind, rows), "competing-commands.csv", row.names = FALSE, quote = TRUE)

# The text without its Call.
text <- function(case, ...) {
  lines <- capture.output(...)
  call <- grep("^Call:$", lines)
  if (length(call) > 0) {
    ends <- call + which(lines[-seq_len(call)] == "")[1]
    lines <- lines[-(call:ends)]
  }
  writeLines(lines[!grepl("cases omitted due to missing values$", lines)],
             paste0("competing-commands-", case, ".txt"))
}

grouped <- transform(raw, group = paste0("sex=", sex))
text("cuminc", print(with(grouped, cuminc(time, cause, group))))
wide <- with(transform(pbc, group = paste0("stage=", stage)), cuminc(time, cause, group))
text("cuminc-wide", {
  cat("Tests:\n")
  print(wide$Tests)
  cat("Estimates and Variances:\n")
  print(timepoints(wide, seq(500, 4500, 500)))
})
text("finegray", print(with(raw, summary(
  crr(time, cause, model.matrix(~ age + sex + hgb + mspike, model.frame(
    ~ age + sex + hgb + mspike, raw, na.action = na.pass))[, -1], gtol = 1e-12)))))
