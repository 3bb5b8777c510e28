# cmprsk: cuminc with variance and intervals, timepoints, Gray's test with rho and strata.
source("common.R")
suppressPackageStartupMessages(library(cmprsk))

# The interval on log(-log F), for which cmprsk has no function.
bounds <- function(est, var, level = 0.95) {
  z <- qnorm((1 + level) / 2)
  width <- z * sqrt(var) / (est * log(est))
  list(low = ifelse(est == 0, NA, est^exp(-width)), high = ifelse(est == 0, NA, est^exp(width)))
}

curves <- function(case, data, times) {
  fit <- cuminc(data$time, data$cause)
  at <- timepoints(fit, times)
  for (i in seq_along(fit)) {
    id <- paste(case, sub("1 ", "", names(fit)[i]))
    # Every step has two corners; the last row is the last follow-up.
    steps <- seq(3, length(fit[[i]]$time) - 1, by = 2)
    steps <- steps[unique(round(seq(1, length(steps), length.out = 25)))]
    emit(id, "est", fit[[i]]$time[steps], fit[[i]]$est[steps])
    emit(id, "var", fit[[i]]$time[steps], fit[[i]]$var[steps])
    emit(id, "at_est", sort(times), at$est[i, ])
    emit(id, "at_var", sort(times), at$var[i, ])
    interval <- bounds(at$est[i, ], at$var[i, ])
    emit(id, "at_low", sort(times), interval$low)
    emit(id, "at_high", sort(times), interval$high)
  }
}

gray <- function(case, data, group, stratum, rhos = c(0, 1, -0.5)) {
  for (rho in rhos) {
    fit <- if (missing(stratum)) cuminc(data$time, data$cause, data[[group]], rho = rho)
           else cuminc(data$time, data$cause, data[[group]], data[[stratum]], rho = rho)
    for (cause in rownames(fit$Tests)) {
      test <- fit$Tests[cause, ]
      # cmprsk takes 1 - pchisq, which loses the digits of a small P value.
      emit(paste(case, rho, cause), "test", c("statistic", "df", "p"),
           c(test[["stat"]], test[["df"]],
             pchisq(test[["stat"]], test[["df"]], lower.tail = FALSE)))
    }
  }
}

mgus2 <- read_data("mgus2")
pbc <- read_data("pbc")
years <- transform(pbc, time = ceiling(time / 365.25))

curves("mgus2", mgus2, c(0, 12, 60, 120, 240, 500))
curves("pbc", pbc, c(50, 365, 1826, 4000, 5000))
curves("pbc years", years, 1:12)
gray("mgus2 sex", mgus2, "male")
gray("pbc trt", pbc, "trt")
gray("pbc stage", pbc, "stage")
gray("pbc years stage", years, "stage")
gray("pbc trt by stage", pbc, "trt", "stage")
gray("pbc years edema by trt", years, "edema", "trt")

# Worked by hand in the test; all follow-up ends by an event in the second.
tiny <- data.frame(time = c(1, 2, 2, 3, 4, 4), cause = c(1, 2, 1, 0, 1, 2))
curves("tiny", tiny, 0:5)
ended <- data.frame(time = c(1, 1, 2, 3, 3, 5), cause = c(2, 1, 1, 2, 2, 1))
curves("ended", ended, 0:5)
write_reference("competing.csv")
