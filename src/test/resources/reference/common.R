# What the scripts here share. Each is run in this directory: Rscript kaplan-meier.R
# A warning is an error: no reference comes from a fit that did not converge.
options(warn = 2)
suppressPackageStartupMessages(library(survival))

exact <- coxph.control(eps = 1e-11, toler.chol = 1e-12, iter.max = 30)

rows <- list()

# One number of a case: what it is, and of what (a time, a column, a probability).
emit <- function(case, quantity, key, value) {
  rows[[length(rows) + 1]] <<- data.frame(
    case = case, quantity = quantity, key = as.character(key),
    value = ifelse(is.na(value), "NA", sprintf("%.17g", value)))
}

write_reference <- function(file) {
  write.csv(do.call(rbind, rows), file, row.names = FALSE, quote = FALSE)
}

read_data <- function(name) read.csv(paste0(name, ".csv"), stringsAsFactors = FALSE)
