# cmprsk::crr iterated to the maximum: coefficients, variance, baseline, predictions.
source("common.R")
suppressPackageStartupMessages(library(cmprsk))

model <- function(case, data, columns, cause = 1, ...) {
  x <- as.matrix(data[, columns])
  # Where rounding keeps crr from 1e-12 its next step is held to be below 1e-9 standard errors.
  for (gtol in c(1e-12, 1e-11, 1e-10)) {
    fit <- crr(data$time, data$cause, x, failcode = cause, gtol = gtol, maxiter = 30, ...)
    if (fit$converged) break
  }
  stopifnot(fit$converged, abs(fit$invinf %*% fit$score) < 1e-9 * sqrt(diag(fit$var)))
  emit(case, "coef", columns, fit$coef)
  for (i in seq_along(columns)) emit(case, paste("var", columns[i]), columns, fit$var[i, ])
  z <- fit$coef / sqrt(diag(fit$var))
  emit(case, "p", columns, 2 * pnorm(-abs(z)))
  emit(case, "loglik", c("null", "fit"), c(fit$loglik.null, fit$loglik))
  some <- unique(round(seq(1, length(fit$uftime), length.out = 10)))
  emit(case, "jump", fit$uftime[some], fit$bfitj[some])
  at <- colMeans(x)
  emit(case, "at", columns, at)
  emit(case, "predicted", fit$uftime[some], predict(fit, at)[some, 2])
}

mgus2 <- read_data("mgus2")
pbc <- read_data("pbc")
pbc$years <- ceiling(pbc$time / 365.25)
covariates <- c("trt", "age", "edema", "bili", "albumin")

model("mgus2", mgus2, c("age", "male"))
model("mgus2 death", mgus2, c("age", "male"), cause = 2)
model("mgus2 by sex", mgus2, "age", cengroup = mgus2$male)
model("pbc death", pbc, covariates, cause = 2)
model("pbc transplant", pbc, covariates)
model("pbc by trt", pbc, c("age", "bili"), cause = 2, cengroup = pbc$trt)
model("pbc by stage", pbc, c("age", "bili"), cause = 2, cengroup = pbc$stage)
years <- transform(pbc, time = years)
model("pbc years", years, covariates, cause = 2)
model("pbc years by trt", years, c("age", "bili"), cause = 2, cengroup = years$trt)
# Events of both kinds and censoring at time 0.
model("mgus2 from 0", transform(mgus2, time = pmax(0, time - 100)), c("age", "male"))
write_reference("fine-gray.csv")
