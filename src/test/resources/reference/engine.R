# The engine on a whole dataset, by formula: EngineReferenceSparkTest.
source("common.R")
Sys.setlocale("LC_COLLATE", "C")

lung <- read_data("lung")
rotterdam <- read_data("rotterdam")
heart <- read_data("heart")
heart$share <- 0.5 + (heart$id %% 4) / 4

# The call is made of what was typed: cox.zph evaluates it again.
model <- function(case, ...) {
  fit <- eval(as.call(c(as.name("coxph"), as.list(substitute(list(...)))[-1], list(control = exact))), globalenv())
  for (term in names(coef(fit))) {
    emit(case, "coef", term, coef(fit)[[term]])
    emit(case, "se", term, sqrt(fit$var[match(term, names(coef(fit))), match(term, names(coef(fit)))]))
  }
  emit(case, "concordance", "estimate", fit$concordance[["concordance"]])
  emit(case, "concordance", "std", fit$concordance[["std"]])
  emit(case, "loglik", "null", fit$loglik[1])
  emit(case, "loglik", "fitted", fit$loglik[2])
  emit(case, "wald", "statistic", fit$wald.test)
  zph <- cox.zph(fit)$table
  for (term in rownames(zph)) emit(case, "zph", term, zph[term, "chisq"])
}

model("lung", Surv(time, event) ~ age + factor(female) + ecog, lung)
model("rotterdam", Surv(time, event) ~ age * hormon + log(pgr + 1) + size + strata(meno), rotterdam)
model("heart", Surv(start, time, event) ~ age + year + surgery + transplant, heart)
model("heart clustered", Surv(start, time, event) ~ age + transplant + cluster(id), heart)
model("heart weighted", Surv(start, time, event) ~ age + transplant + strata(surgery), heart, weights = share)
model("lung offset", Surv(time, event) ~ age + offset(0.3 * ecog), lung)
model("lung breslow", Surv(time, event) ~ age + karno, lung, ties = "breslow")

write_reference("engine.csv")
