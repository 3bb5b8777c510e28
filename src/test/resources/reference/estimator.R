# Cox models as a Spark ML estimator fits them: coefficients, hazard ratios relative to the centre,
# survival of some rows. Keys of terms are those of VectorAssembler and OneHotEncoder.
source("common.R")
Sys.setlocale("LC_COLLATE", "C")

lung <- read_data("lung")
veteran <- read_data("veteran")
colon <- read_data("colon")
rotterdam <- read_data("rotterdam")
heart <- read_data("heart")
heart$share <- 0.5 + (heart$id %% 4) / 4

# Factors' columns as the encoder names them.
encoded <- function(names) {
  names <- sub("^celltype", "celltype_flags_", names)
  names <- sub("^rx", "rx_flags_", names)
  sub("^size", "size_flags_", names)
}

model <- function(case, times, ...) {
  wanted <- c(as.list(substitute(list(...)))[-1], list(control = exact))
  first <- eval(as.call(c(as.name("coxph"), wanted)), globalenv())
  # Started at its own end, Newton takes the last step that the stopping rule leaves out.
  fit <- eval(as.call(c(as.name("coxph"), wanted, list(init = coef(first)))), globalenv())
  emit(case, "coef", encoded(names(coef(fit))), coef(fit))
  emit(case, "se", encoded(names(coef(fit))), sqrt(diag(fit$var)))
  if (!is.null(fit$naive.var)) {
    emit(case, "model se", encoded(names(coef(fit))), sqrt(diag(fit$naive.var)))
  }
  emit(case, "loglik", c("null", "fitted"), first$loglik)
  emit(case, "wald", "statistic", first$wald.test[[1]])
  emit(case, "concordance", c("estimate", "std"), fit$concordance[c("concordance", "std")])
  data <- eval(wanted[[2]], globalenv())
  risk <- predict(fit, newdata = data, type = "risk", reference = "sample")
  # Of (start, stop] data coxph forgets the weights in its means; of other data it does not.
  if ("share" %in% names(data)) {
    moved <- weighted.mean(data$age, data$share) - fit$means[["age"]]
    risk <- risk * exp(-coef(fit)[["age"]] * moved)
  }
  emit(case, "risk", 1:8, risk[1:8])
  for (i in 1:3) {
    curve <- survfit(fit, newdata = data[i, ])
    emit(case, paste("survival", i), times, summary(curve, times = times)$surv)
  }
}

model("lung", c(5, 100, 400, 1022), Surv(time, event) ~ age + female + ecog, lung)
model("veteran", c(1, 30, 365), Surv(time, event) ~ trt + celltype + karno + prior, veteran)
model("veteran breslow", c(1, 30, 365), Surv(time, event) ~ trt + celltype + karno, veteran,
      ties = "breslow")
model("colon", c(100, 1000, 2500), Surv(time, event) ~ rx + male + age + node4 + strata(extent),
      colon)
model("rotterdam", c(100, 1000, 5000), Surv(time, event) ~ age + size + nodes + pgr + hormon,
      rotterdam)
model("heart", c(10, 100, 1000), Surv(start, time, event) ~ age + transplant + cluster(id), heart,
      weights = share)
write_reference("estimator.csv")
