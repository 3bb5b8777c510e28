# coxph at its maximum: both kinds of ties, strata, factors, heavy ties, each row twice.
source("common.R")

wald <- function(fit, terms) {
  b <- coef(fit)[terms]
  drop(t(b) %*% solve(vcov(fit)[terms, terms, drop = FALSE]) %*% b)
}

regress <- function(case, formula, data, factor_prefix = NULL) {
  for (ties in c("efron", "breslow")) {
    fit <- coxph(formula, data, ties = ties, control = exact)
    id <- paste(case, ties)
    s <- summary(fit)
    # Started at its own end, Newton takes the last step that the stopping rule leaves out: it
    # matters to a coefficient of a hundredth of its standard error.
    polished <- coxph(formula, data, ties = ties, control = exact, init = coef(fit))
    table <- summary(polished)$coefficients
    names <- sub("^rx", "", sub("^size", "", sub("^celltype", "", names(coef(fit)))))
    emit(id, "coef", names, table[, "coef"])
    emit(id, "se", names, table[, "se(coef)"])
    emit(id, "z", names, table[, "z"])
    emit(id, "p", names, table[, "Pr(>|z|)"])
    emit(id, "low", names, confint(polished)[, 1])
    emit(id, "high", names, confint(polished)[, 2])
    pair <- outer(names, names, paste, sep = "|")
    emit(id, "vcov", as.vector(pair), as.vector(vcov(fit)))
    emit(id, "loglik", c("null", "fitted"), fit$loglik)
    emit(id, "n", c("n", "events"), c(fit$n, fit$nevent))
    for (test in c("logtest", "waldtest", "sctest")) {
      # The printed Wald statistic is rounded to two decimals; the one of the fit is not.
      value <- if (test == "waldtest") fit$wald.test[[1]] else s[[test]][["test"]]
      df <- s[[test]][["df"]]
      emit(id, test, c("statistic", "df", "p"),
           c(value, df, pchisq(value, df, lower.tail = FALSE)))
    }
    if (!is.null(factor_prefix)) {
      terms <- grep(paste0("^", factor_prefix), names(coef(fit)), value = TRUE)
      value <- wald(fit, terms)
      emit(id, "factor", c("statistic", "df", "p"),
           c(value, length(terms), pchisq(value, length(terms), lower.tail = FALSE)))
    }
  }
}

lung <- read_data("lung")
veteran <- read_data("veteran")
veteran$celltype <- relevel(factor(veteran$celltype), "squamous")
ovarian <- read_data("ovarian")
colon <- read_data("colon")
colon$rx <- relevel(factor(colon$rx), "Obs")
rotterdam <- read_data("rotterdam")
rotterdam$size <- relevel(factor(rotterdam$size), "small")
monthly <- transform(veteran, time = ceiling(time / 30))

regress("lung", Surv(time, event) ~ age + female + karno, lung)
regress("ovarian", Surv(time, event) ~ age + resid, ovarian)
regress("veteran", Surv(time, event) ~ trt + celltype + karno + diagtime + age + prior, veteran,
        "celltype")
regress("veteran by celltype", Surv(time, event) ~ trt + karno + strata(celltype), veteran)
regress("veteran monthly", Surv(time, event) ~ trt + celltype + karno, monthly, "celltype")
regress("veteran twice", Surv(time, event) ~ trt + karno, rbind(monthly, monthly))
regress("colon", Surv(time, event) ~ rx + male + age + obstruct + node4 + strata(surg), colon, "rx")
regress("rotterdam",
        Surv(time, event) ~ age + meno + size + grade + nodes + pgr + er + hormon + strata(chemo),
        rotterdam, "size")

# A column that others explain has no coefficient, and a later one does not take its place.
suppressWarnings(
  dropped <- coxph(Surv(time, event) ~ trt + karno + I(2 * karno - trt + 3) + I(0 * age) + age,
                   veteran, control = exact))
names <- c("trt", "karno", "sum", "zero", "age")
emit("collinear", "coef", names, coef(dropped))
emit("collinear", "se", names, sqrt(diag(vcov(dropped, complete = FALSE)))[names(coef(dropped))])

# Backward selection at 0.05, a factor as a whole.
backward <- function(case, data, terms) {
  step <- 0
  repeat {
    fit <- coxph(reformulate(terms, "Surv(time, event)"), data, control = exact)
    p <- sapply(terms, function(term) {
      columns <- names(coef(fit))[fit$assign[[term]]]
      pchisq(wald(fit, columns), length(columns), lower.tail = FALSE)
    })
    if (max(p) < 0.05) break
    step <- step + 1
    worst <- names(which.max(p))
    emit(case, paste0("step ", step), worst, max(p))
    terms <- setdiff(terms, worst)
  }
  emit(case, "kept", terms, p[terms])
}

backward("veteran", veteran, c("trt", "celltype", "karno", "diagtime", "age", "prior"))
backward("rotterdam", rotterdam, c("age", "meno", "size", "grade", "nodes", "pgr", "er", "hormon"))
write_reference("cox.csv")
