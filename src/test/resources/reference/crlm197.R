# What R's survival says of the public registry of 197 patients (TCIA Colorectal-Liver-Metastases, crlm197.csv).
# Run as: Rscript crlm197.R PATH/crlm197.csv ; writes crlm197-*.csv into the working folder. The patients stay where they are.
library(survival)
options(digits = 17)
path <- commandArgs(trailingOnly = TRUE)[1]
raw <- read.csv(path, check.names = FALSE, fileEncoding = "UTF-8-BOM")
missing <- function(x) ifelse(x == -999, NA, x)
days <- function(months) round(months * 30.4375)
d <- data.frame(
  crs_3_to_5 = as.numeric(missing(raw$clinrisk_score) >= 3),
  extrahepatic_disease = missing(raw$extrahep_disease),
  age = missing(raw$age),
  sex = as.numeric(raw$sex == 2),
  comorbidity = missing(raw$major_comorbidity),
  chemotherapy_before = missing(raw$chemo_before_liver_resection),
  os_days = days(raw$overall_survival_months), os_event = raw$vital_status,
  rfs_days = days(raw$months_to_DFS_progression), rfs_event = raw$vital_status_DFS,
  lrfs_days = days(raw$months_to_liver_DFS_progression), lrfs_event = raw$vital_status_liver_DFS)
covariates <- c("crs_3_to_5", "extrahepatic_disease", "age", "sex", "comorbidity", "chemotherapy_before")
endpoints <- c("os", "rfs", "lrfs")
control <- coxph.control(eps = 1e-11, toler.chol = 1e-12, iter.max = 30)
fit_cox <- function(data, endpoint, terms) {
  f <- as.formula(paste0("Surv(", endpoint, "_days, ", endpoint, "_event) ~ ", paste(terms, collapse = " + ")))
  withCallingHandlers(coxph(f, data = data, ties = "efron", control = control),
                      warning = function(w) stop(conditionMessage(w)))
}
rows <- function(fit, endpoint, model) {
  s <- summary(fit)$coefficients
  data.frame(endpoint = endpoint, model = model, term = rownames(s), n = fit$n, events = fit$nevent,
             estimate = s[, "coef"], std_error = s[, "se(coef)"], statistic = s[, "z"], p_value = s[, "Pr(>|z|)"],
             conf_low = s[, "coef"] - qnorm(0.975) * s[, "se(coef)"], conf_high = s[, "coef"] + qnorm(0.975) * s[, "se(coef)"])
}
cox <- NULL
for (e in endpoints) {
  entering <- NULL
  for (v in covariates) {
    r <- rows(fit_cox(d, e, v), e, "univariate")
    cox <- rbind(cox, r)
    if (r$p_value < 0.05) entering <- c(entering, v)
  }
  complete <- d[complete.cases(d[, entering, drop = FALSE]), ]
  while (length(entering) > 0) {
    r <- rows(fit_cox(complete, e, entering), e, "multivariate")
    if (max(r$p_value) < 0.05) { cox <- rbind(cox, r); break }
    entering <- setdiff(entering, r$term[which.max(r$p_value)])
  }
}
write.csv(format(cox, digits = 17, trim = TRUE), "crlm197-cox.csv", row.names = FALSE, quote = FALSE)

groups <- list(risk = ifelse(d$crs_3_to_5 == 1, "3-5", "0-2"), extrahepatic = ifelse(d$extrahepatic_disease == 1, "true", "false"))
km <- NULL; test <- NULL
number <- function(x) if (is.na(x)) "" else format(x / 365.25, digits = 17)
for (e in endpoints) for (g in names(groups)) {
  y <- Surv(d[[paste0(e, "_days")]], d[[paste0(e, "_event")]])
  group <- groups[[g]]
  fit <- survfit(y ~ group)
  t <- summary(fit)$table
  at <- summary(fit, times = c(1, 3, 5) * 365.25)
  for (i in seq_len(nrow(t))) {
    name <- sub("group=", "", rownames(t)[i])
    rows_at <- which(at$strata == rownames(t)[i])
    for (k in rows_at) km <- rbind(km, data.frame(endpoint = e, by = g, group = name, n = t[i, "records"], events = t[i, "events"],
      median_years = number(t[i, "median"]), time_years = at$time[k] / 365.25, n_risk = at$n.risk[k],
      survival = format(at$surv[k], digits = 17), std_error = format(at$std.err[k], digits = 17),
      conf_low = format(at$lower[k], digits = 17), conf_high = format(at$upper[k], digits = 17)))
  }
  s <- survdiff(y ~ group)
  test <- rbind(test, data.frame(endpoint = e, by = g, statistic = format(s$chisq, digits = 17), df = length(s$n) - 1,
                                 p_value = format(pchisq(s$chisq, length(s$n) - 1, lower.tail = FALSE), digits = 17)))
}
write.csv(km, "crlm197-km.csv", row.names = FALSE, quote = FALSE)
write.csv(test, "crlm197-logrank.csv", row.names = FALSE, quote = FALSE)
