# Selections by step() with what it prints, and by P by hand: SelectionSparkTest, TableCommandsIT.
source("common.R")
Sys.setlocale("LC_COLLATE", "C")

veteran <- read_data("veteran")
colon <- read_data("colon")

# The last model and each step; the trace as a text of its own.
selection <- function(case, full, null, direction) {
  start <- if (direction == "forward") null else full
  scope <- list(lower = formula(null), upper = formula(full))
  trace <- capture.output(chosen <- step(start, scope, direction = direction))
  writeLines(trace, paste0("select-", gsub(" ", "-", case), ".txt"))
  emit(case, "coef", names(coef(chosen)), coef(chosen))
  emit(case, "se", names(coef(chosen)), sqrt(diag(chosen$var)))
  emit(case, "steps", chosen$anova$Step[-1], chosen$anova$AIC[-1])
  emit(case, "aic", "start", chosen$anova$AIC[1])
}

null <- coxph(Surv(time, event) ~ 1, veteran, control = exact)
full <- coxph(Surv(time, event) ~ trt + celltype + karno + diagtime + age + prior +
                trt:celltype, veteran, control = exact)
for (direction in c("backward", "forward", "both")) {
  selection(paste("veteran", direction), full, null, direction)
}
selection("colon backward",
          coxph(Surv(time, event) ~ rx + male + age + obstruct + node4 + strata(surg) + age:node4,
                colon, control = exact),
          coxph(Surv(time, event) ~ strata(surg), colon, control = exact), "backward")

# Backward by Wald's P at 0.05.
wald_p <- function(fit, term) {
  at <- fit$assign[[term]]
  b <- coef(fit)[at]
  pchisq(drop(b %*% solve(vcov(fit)[at, at, drop = FALSE]) %*% b), length(at), lower.tail = FALSE)
}
kept <- c("trt", "celltype", "karno", "diagtime", "age", "prior")
repeat {
  fit <- coxph(reformulate(kept, "Surv(time, event)"), veteran, control = exact)
  p <- sapply(kept, function(term) wald_p(fit, term))
  if (max(p) < 0.05) break
  emit("P backward", "steps", paste("-", names(which.max(p))), max(p))
  kept <- setdiff(kept, names(which.max(p)))
}
emit("P backward", "coef", names(coef(fit)), coef(fit))
write_reference("select.csv")
