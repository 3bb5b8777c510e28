# R's part of `jobs/benchmark survival`: reads a table's columns (not timed), runs a task some times and writes what was seen.
#   Rscript --vanilla survival.R FOLDER N TASK typed|bare FORMULA COVARIATES REPEAT RESULT
# COVARIATES are separated by commas; "center" among them is the stratum of a Cox model.
suppressPackageStartupMessages(library(survival))
options(warn = 1)
arguments <- commandArgs(trailingOnly = TRUE)
folder <- arguments[1]
n <- as.numeric(arguments[2])
task <- arguments[3]
typed <- arguments[4] == "typed"
model <- as.formula(arguments[5])
covariates <- strsplit(arguments[6], ",")[[1]]
repeats <- as.integer(arguments[7])
result <- arguments[8]

bytes <- c(days = 2, age = 2, cea = 4)
column <- function(name) {
  size <- if (name %in% names(bytes)) bytes[[name]] else 1
  values <- readBin(file.path(folder, paste0(name, ".bin")), "integer", n, size, signed = size == 4, endian = "little")
  stopifnot(length(values) == n)
  if (name %in% c("age", "cea")) values / 10 else values
}
names <- unique(c("days", "died", covariates))
d <- lapply(names, column)
names(d) <- names
attr(d, "row.names") <- .set_row_names(n)
class(d) <- "data.frame"

stratified <- "center" %in% covariates
terms <- setdiff(covariates, "center")

# What coxph.fit takes, sorted as it sorts.
ready <- function(d) {
  o <- if (stratified) order(d$center, d$days) else order(d$days)
  x <- matrix(0, n, length(terms), dimnames = list(NULL, terms))
  for (name in terms) x[, name] <- d[[name]][o]
  list(x = x, y = Surv(d$days[o], d$died[o]), strata = if (stratified) d$center[o])
}
bare <- function(r, control, init = NULL) {
  coxph.fit(r$x, r$y, r$strata, NULL, init, control, NULL, "efron", NULL, resid = FALSE)
}

run <- switch(paste(task, if (typed) "typed" else "bare"),
  "km typed" = function() survfit(model, data = d),
  "km bare" = {
    four <- strata(hai = d$hai, kras = d$kras)
    y <- Surv(d$days, d$died)
    rm(d)
    function() survival:::survfitKM(four, y)
  },
  "logrank typed" = function() survdiff(model, data = d),
  if (typed) {
    function() coxph(model, data = d)
  } else {
    r <- ready(d)
    rm(d)
    function() bare(r, coxph.control())
  })

seconds <- numeric()
for (i in 0:repeats) {
  fit <- NULL
  seconds[i + 1] <- system.time(fit <- run(), gcFirst = TRUE)[["elapsed"]]
}

peak <- NA
if (file.exists("/proc/self/status")) {
  line <- grep("^VmHWM:", readLines("/proc/self/status"), value = TRUE)
  peak <- as.numeric(gsub("[^0-9]", "", line)) / 1024
}

# The figures, by the names that the other side uses.
remarks <- character()
if (task == "km") {
  days <- c(365, 1825, 3650)
  if (!inherits(fit, "survfit")) class(fit) <- "survfit"
  s <- summary(fit, times = days)
  at <- paste(as.character(s$strata), "at", s$time)
  figures <- c(setNames(s$surv, at), setNames(s$std.err, paste("error of", at)))
} else if (task == "logrank") {
  figures <- c("chi-squared" = fit$chisq, setNames(fit$exp, paste("expected", names(fit$n))))
} else {
  # R's default rule may stop short of the maximum: what is compared is one more fit, stopped later and polished by one
  # more step, not timed.
  concordance <- if (typed) setNames(fit$concordance[c("concordance", "std")], c("concordance", "error of concordance"))
  as_typed <- coef(fit)
  fit <- NULL
  if (typed) {
    r <- ready(d)
    rm(d)
  }
  options(warn = 2)
  control <- coxph.control(eps = 1e-11, toler.chol = 1e-12, iter.max = 30)
  exact <- bare(r, control, bare(r, control)$coefficients)
  short <- max(abs(as_typed / exact$coefficients - 1))
  if (short > 1e-8) remarks <- sprintf("R's default rule stops %.0e from the maximum", short)
  figures <- c(exact$coefficients, setNames(sqrt(diag(exact$var)), paste("error of", terms)), concordance)
}

number <- function(x) ifelse(is.na(x), "null", sprintf("%.17g", x))
quoted <- function(x) encodeString(x, quote = "\"")
pairs <- paste(paste0(quoted(names(figures)), ": ", number(figures)), collapse = ", ")
writeLines(sprintf("{\"seconds\": [%s], \"peak_mb\": %s, \"figures\": {%s}, \"remarks\": [%s]}",
                   paste(number(seconds), collapse = ", "), number(peak), pairs, paste(quoted(remarks), collapse = ", ")),
           result)
