# Terms, columns of the model matrix and names of strata, as R has them.
# Run in this directory: LC_ALL=C Rscript model-matrix.R
Sys.setlocale("LC_COLLATE", "C")
options(warn = 2)
suppressPackageStartupMessages(library(survival))

tables <- list(
  people = read.csv("model-matrix-people.csv", stringsAsFactors = FALSE),
  clinic = read.csv("model-matrix-clinic.csv", stringsAsFactors = FALSE, check.names = FALSE))

rows <- list()
emit <- function(table, formula, quantity, value) {
  if (length(value) == 0) return(invisible())
  rows[[length(rows) + 1]] <<- data.frame(
    table = table, formula = formula, quantity = quantity,
    key = seq_along(value), value = as.character(value))
}
join <- function(x) paste(sprintf("%.17g", x), collapse = ";")

# coxph itself makes the matrix (no iteration): it forces the intercept, takes out what is no term.
matrix_of <- function(table, text) {
  d <- tables[[table]]
  f <- as.formula(text)
  fit <- coxph(f, d, x = TRUE, control = coxph.control(iter.max = 0))
  special <- grepl("strata|cluster|offset", text)
  if (!special) {
    tt <- terms(f, data = d)
    attr(tt, "intercept") <- 1
    mm <- model.matrix(tt, model.frame(tt, d))
    stopifnot(identical(colnames(mm)[-1], colnames(fit$x)), all(mm[, -1] == fit$x))
    emit(table, text, "label", attr(tt, "term.labels"))
  } else {
    emit(table, text, "label", names(fit$assign))
  }
  emit(table, text, "row", rownames(fit$x))
  emit(table, text, "column", colnames(fit$x))
  emit(table, text, "assign", rep(seq_along(fit$assign), lengths(fit$assign)))
  emit(table, text, "values", apply(fit$x, 2, join))
  if (!is.null(fit$strata)) emit(table, text, "stratum", as.character(fit$strata))
  offset <- model.offset(model.frame(fit)) # coxph centres its own
  if (!is.null(offset)) emit(table, text, "offset", sprintf("%.17g", offset))
}

people <- c(
  "sex", "stage", "hai", "age", "center", "factor(center)", "factor(marker)", "factor(kras)",
  "sex + age + hai", "age:sex", "sex:age", "sex + age:sex", "age * sex", "sex * stage", "sex:stage",
  "stage + sex:stage", "hai:sex", "hai + sex:hai + sex:stage", "sex * hai * age",
  "(sex + hai + age)^2", "(sex + hai + age)^3 - sex:hai:age", "(sex + hai)^2 - sex", "(hai + nodes * sex)^3", "1 * sex + kras", "0/sex + nodes", "sex * 1",
  "sex %in% hai", "hai + sex %in% stage", "sex/age", "sex/(age + hai)", "age:nodes", "age:sex + sex",
  "I(age^2)", "I(age > 60)", "I(age > 60) * sex", "age > 60", "log(age) + log2(nodes + 1)",
  "log10(age) + exp(kras) + sqrt(nodes) + abs(age - 60)", "I(age / 10) + I(age %/% 10) + I(age %% 10)",
  "I(-age + 2 * nodes) + I(1e5 * kras)", "I(sex == \"male\")", "I(stage %in% c(\"a\", \"B\"))",
  "I(sex != \"male\" & age > 60 | hai)", "I(!hai)", "I(nodes %in% c(0, 1))", "log(age, 2)", "log(age, base = 2)",
  "factor(kras):age", "factor(kras) * factor(center)", "sex - 1", "0 + sex + stage", "sex:hai - 1",
  "age + sex - age", "1 + age", "age + age + sex:age + age:sex", ".", ". - stage - center", "(sex + .) - marker",
  "factor(age > 60)", "I(sex)", "factor(sex) + sex:kras", "nodes + I((nodes + 1)^-1)", "a_b_c", "age:1 + kras",
  "nodes:kras:sex + kras:sex", "factor(I(nodes))", "-sex + age", "+age", "kras * (age + sex)",
  "age:sex + sex + strata(center)", "age + strata(sex, hai)", "age + strata(sex, stage)", "age + strata(sex) + strata(kras)",
  "strata(center) + sex * hai", "nodes:kras + kras + cluster(center)", "nodes:kras + kras + strata(sex)", "nodes:kras + kras + strata(sex) + cluster(center)",
  "age + offset(log(nodes + 1))", "age + offset(kras) + offset(nodes / 10) + strata(age > 60)",
  ". + strata(sex)", "age + strata(factor(center))", "sex:kras - kras + strata(hai)")
people <- setdiff(people, "a_b_c")
for (right in people) matrix_of("people", paste("Surv(time, status) ~", right))

clinic <- c(
  "grp", "grp + dose", "factor(grp) + dose", "factor(n) + dose", "flag * grp", "`my col`", "`my col`:grp + cell.type",
  "log(`my col`) * flag", "I(`my col` > 2)", "cell.type * n", "dose + n - n", ". - id", "grp + flag + cluster(id)",
  "dose + n - n + cluster(id)", "`my col` + strata(cell.type, n)", "factor(grp) * I(dose > 2)", "I(flag & dose > 2)",
  "I(dose %in% c(4, 6))", "I(grp == \"only\") + n", "factor(flag)", "dose + strata(factor(grp))")
for (right in clinic) matrix_of("clinic", paste("Surv(start, stop, event) ~", right))

curves <- function(table, text) {
  emit(table, text, "curve", names(survfit(as.formula(text), tables[[table]])$strata))
}
for (right in c("1", "sex", "hai", "nodes", "marker", "center", "sex + hai", "hai + sex", "kras + stage", "stage + sex",
                "I(age > 60)", "age > 60", "factor(kras)", "I(age > 60) + factor(kras)", "log2(nodes + 1)", "sex + strata(hai)",
                "strata(stage)", "strata(kras, nodes)", "hai + kras", "I(kras + nodes)", "factor(center)", "sex:1 + kras",
                "I(sex)", "I(stage %in% c(\"a\", \"b\"))", "age", "kras + nodes - kras"))
  curves("people", paste("Surv(time, status) ~", right))
for (right in c("grp", "grp + dose", "n", "factor(n)", "cell.type + flag", "flag + cell.type"))
  curves("clinic", paste("Surv(start, stop, event) ~", right))

comparison <- function(text) {
  d <- tables$people
  fit <- survdiff(as.formula(text), d)
  emit("people", text, "compared", names(fit$n))
  if (!is.null(fit$strata)) emit("people", text, "within", names(fit$strata))
}
for (right in c("sex", "hai + kras", "sex + strata(hai)", "kras + strata(sex, hai)", "I(age > 60) + factor(kras)", "sex + strata(kras) + strata(hai)"))
  comparison(paste("Surv(time, status) ~", right))

# How R prints numbers as levels.
numbers <- c(1e5, 123456, 1e15, 0.1 + 0.2, 1e-4, 0.00012, 1 / 3, 2e10 / 3, 100000.1, 123456789012345678, 1e-15, -5, -1e5, 1e22,
             1234567.1, 0, 1e-300, 1e300, 5e-324, 0.5, 1e5 + 1, 3e5, 1.5e-5, 2^53, 1e4, -0.001234, Inf, -Inf)
emit("numbers", "as.character", "value", sprintf("%.17g", numbers))
emit("numbers", "as.character", "text", as.character(numbers))

write.csv(do.call(rbind, rows), "model-matrix.csv", row.names = FALSE)
