# coxph beyond right-censored rows: (start, stop], case weights, offsets, clusters, exact ties; with
# residuals, cox.zph, concordance and predicted curves of each fit.
source("common.R")

heart <- read_data("heart")
bladder <- read_data("bladder")
veteran <- read_data("veteran")
lung <- read_data("lung")
monthly <- function(data) transform(data, time = ceiling(time / 30))
heart_monthly <- transform(monthly(heart), start = floor(start / 30))
fraction <- function(data) 0.5 + (seq_len(nrow(data)) %% 5) / 4

# R counts subsets one by one where intervals have ties: exact is for heart in days only.

# Some rows of a matrix: each fourth.
emit_rows <- function(case, quantity, matrix) {
  matrix <- as.matrix(matrix)
  for (i in seq(1, nrow(matrix), by = 4)) {
    emit(case, quantity, paste(i, seq_len(ncol(matrix)), sep = "|"), matrix[i, ])
  }
}

residuals_of <- function(id, fit) {
  for (type in c("martingale", "deviance", "score", "dfbeta", "dfbetas")) {
    emit_rows(id, type, residuals(fit, type))
  }
  emit_rows(id, "schoenfeld", residuals(fit, "schoenfeld"))
  emit_rows(id, "scaledsch", residuals(fit, "scaledsch"))
}

zph_of <- function(id, fit) {
  for (transform in c("km", "identity", "rank", "log")) {
    table <- cox.zph(fit, transform)$table
    for (column in colnames(table)) {
      emit(id, paste("zph", transform, column), rownames(table), table[, column])
    }
  }
}

curves_of <- function(id, fit, new) {
  emit_curve <- function(name, curve) {
    keep <- which(curve$n.event > 0)
    keep <- keep[seq(1, length(keep), by = 3)]
    for (what in c("time", "surv", "cumhaz", "std.err", "lower", "upper")) {
      emit(id, paste(name, what), seq_along(keep), curve[[what]][keep])
    }
  }
  if (is.null(fit$strata)) emit_curve("mean", survfit(fit))
  emit_curve("new", survfit(fit, newdata = new))
}

fitted <- function(case, formula, data, ties = c("efron", "breslow"), new = NULL,
                   extras = TRUE, ...) {
  for (method in ties) {
    id <- paste(case, method)
    # The values themselves stand in the call: cox.zph and concordance evaluate it again.
    regress <- function(...) {
      do.call(coxph, list(formula, data, ties = method, control = exact, x = TRUE, ...))
    }
    fit <- regress(...)
    polished <- regress(init = fit$coefficients, ...)
    robust <- !is.null(polished$naive.var)
    # Exact ties in (start, stop] come back without their class: a slip of survival 3.5.
    classed <- inherits(fit, "coxph")
    b <- polished$coefficients
    names <- names(b)
    emit(id, "coef", names, b)
    emit(id, "se", names, sqrt(diag(polished$var)))
    emit(id, "naive", names, sqrt(diag(if (robust) polished$naive.var else polished$var)))
    emit(id, "loglik", c("null", "fitted"), fit$loglik)
    emit(id, "score test", "statistic", fit$score)
    z <- b / sqrt(diag(polished$var))
    emit(id, "wald test", "statistic", drop(t(z) %*% solve(cov2cor(polished$var)) %*% z))
    if (!classed) next
    emit(id, "criterion", c("aic", "bic"), c(AIC(fit), BIC(fit)))
    emit(id, "concordance", c("estimate", "std"), polished$concordance[c("concordance", "std")])
    if (method != "exact" && extras) {
      residuals_of(id, polished)
      zph_of(id, polished)
      if (!is.null(new)) curves_of(id, polished, new)
    }
    if (ncol(polished$y) == 2 && is.null(polished$strata)) {
      uno <- concordance(polished, timewt = "n/G2")
      emit(id, "uno", c("estimate", "std"), c(uno$concordance, sqrt(uno$var)))
      # Of events up to the median time only.
      early <- concordance(polished, timewt = "n/G2", ymax = median(data$time))
      emit(id, "early", c("horizon", "estimate", "std"),
           c(median(data$time), early$concordance, sqrt(early$var)))
    }
  }
}

all_ties <- c("efron", "breslow", "exact")
one <- data.frame(age = 1, year = 2, surgery = 0, transplant = 1)
fitted("heart", Surv(start, time, event) ~ age + year + surgery + transplant, heart, all_ties, one)
fitted("heart monthly", Surv(start, time, event) ~ age + year + surgery + transplant,
       heart_monthly, new = one)
fitted("heart weighted", Surv(start, time, event) ~ age + year + transplant + strata(surgery),
       heart_monthly, new = one, weights = fraction(heart_monthly), cluster = heart_monthly$id)
fitted("bladder", Surv(start, time, event) ~ rx + number + size + strata(enum) + cluster(id),
       bladder, extras = FALSE)
man <- data.frame(age = 60, female = 0, karno = 80)
fitted("lung weighted", Surv(time, event) ~ age + female + karno, monthly(lung), new = man,
       weights = fraction(lung))
fitted("lung exact", Surv(time, event) ~ age + female + karno, monthly(lung), "exact")
soldier <- data.frame(trt = 1, celltype = "large", karno = 70)
veteran$celltype <- relevel(factor(veteran$celltype), "squamous")
fitted("veteran", Surv(time, event) ~ trt + celltype + karno, monthly(veteran), all_ties, soldier)
fitted("veteran counted", Surv(time, event) ~ trt + karno, monthly(veteran),
       weights = 1 + seq_len(nrow(veteran)) %% 3, new = soldier)
fitted("veteran offset", Surv(time, event) ~ trt + age + offset(-0.03 * karno), veteran)
fitted("veteran strata", Surv(time, event) ~ trt + karno + strata(celltype), monthly(veteran),
       new = soldier)
veteran$time <- veteran$time / 365.25 + 1e-10 * (seq_len(nrow(veteran)) %% 3)
fitted("veteran decimal", Surv(time, event) ~ trt + karno, veteran, "efron")
lung$age6 <- lung$age^6
fitted("lung power", Surv(time, event) ~ age + age6 + female, lung, "efron", extras = FALSE)
write_reference("cox-extended.csv")
