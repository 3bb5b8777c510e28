# chisq.test, fisher.test, prop.test, wilcox.test, quantile, and Cohen's kappa by its formulas.
source("common.R")

tables <- list(
  "2x2 large" = rbind(c(120, 98), c(85, 141)),
  "2x2 small" = rbind(c(3, 9), c(11, 4)),
  "2x2 zero" = rbind(c(0, 7), c(6, 5)),
  "2x2 lopsided" = rbind(c(2, 418), c(9, 247)),
  "2x2 extreme" = rbind(c(300, 20), c(15, 280)),
  "2x2 near" = rbind(c(10, 10), c(10, 11)),
  "3x2" = rbind(c(30, 14), c(21, 25), c(9, 31)),
  "4x3" = rbind(c(12, 5, 8), c(7, 19, 11), c(3, 8, 2), c(6, 6, 16)))

for (name in names(tables)) {
  t <- tables[[name]]
  at <- outer(seq_len(nrow(t)), seq_len(ncol(t)), paste, sep = "x")
  emit(name, "count", as.vector(at), as.vector(t))
  suppressWarnings({
    plain <- chisq.test(t, correct = FALSE)
    yates <- chisq.test(t, correct = TRUE)
  })
  emit(name, "chisq", c("statistic", "df", "p"),
       c(plain$statistic, plain$parameter, plain$p.value))
  emit(name, "yates", c("statistic", "df", "p"),
       c(yates$statistic, yates$parameter, yates$p.value))
  emit(name, "expected", "min", min(plain$expected))
  if (all(dim(t) == 2)) emit(name, "fisher", "p", fisher.test(t)$p.value)
}

rank <- function(case, x, y) {
  fit <- wilcox.test(x, y, exact = FALSE)
  emit(case, "wilcox", c("w", "p"), c(fit$statistic, fit$p.value))
  emit(case, "wilcox_uncorrected", "p", wilcox.test(x, y, exact = FALSE, correct = FALSE)$p.value)
  probs <- c(0, 0.1, 0.25, 0.5, 0.75, 1)
  emit(case, "quantile", probs, quantile(x, probs))
}

lung <- read_data("lung")
veteran <- read_data("veteran")
rotterdam <- read_data("rotterdam")
rank("lung age by female", lung$age[lung$female == 0], lung$age[lung$female == 1])
rank("veteran karno by trt", veteran$karno[veteran$trt == 0], veteran$karno[veteran$trt == 1])
rank("rotterdam nodes by chemo", rotterdam$nodes[rotterdam$chemo == 0],
     rotterdam$nodes[rotterdam$chemo == 1])
rank("rotterdam age by meno", rotterdam$age[rotterdam$meno == 0],
     rotterdam$age[rotterdam$meno == 1])

# Kappa by the textbook formulas, with the variance written in thetas (Bishop, Fienberg and
# Holland): another form than that of the code.
kappa <- function(case, t) {
  at <- outer(seq_len(nrow(t)), seq_len(ncol(t)), paste, sep = "x")
  emit(case, "count", as.vector(at), as.vector(t))
  n <- sum(t); p <- t / n; r <- rowSums(p); c <- colSums(p)
  t1 <- sum(diag(p)); t2 <- sum(r * c); t3 <- sum(diag(p) * (r + c))
  t4 <- sum(p * outer(c, r, "+")^2)
  k <- (t1 - t2) / (1 - t2)
  v <- (t1 * (1 - t1) / (1 - t2)^2 + 2 * (1 - t1) * (2 * t1 * t2 - t3) / (1 - t2)^3 +
        (1 - t1)^2 * (t4 - 4 * t2^2) / (1 - t2)^4) / n
  emit(case, "kappa", c("estimate", "se", "low", "high"),
       c(k, sqrt(v), k - qnorm(0.975) * sqrt(v), k + qnorm(0.975) * sqrt(v)))
}
kappa("kappa 3x3", rbind(c(44, 5, 1), c(7, 20, 3), c(9, 5, 6)))
kappa("kappa 2x2", rbind(c(61, 2), c(6, 25)))

# Wilson's interval of a share.
for (share in list(c(0, 20), c(1, 29), c(15, 148), c(81, 263), c(7, 7), c(3, 1000000))) {
  fit <- suppressWarnings(prop.test(share[1], share[2], correct = FALSE))
  emit(sprintf("%d of %d", share[1], share[2]), "wilson", c("low", "high"), fit$conf.int)
}

# Tails far out.
emit("tails", "chisq", c("1e2/1", "150/3", "300/10", "1000/5", "0.3/2"),
     pchisq(c(100, 150, 300, 1000, 0.3), c(1, 3, 10, 5, 2), lower.tail = FALSE))
emit("tails", "normal", c("1", "12", "-30"), 2 * pnorm(-c(1, 12, 30)))
emit("tails", "deviate", c("0.9", "0.95", "0.99", "0.999"), qnorm(1 - (1 - c(0.9, 0.95, 0.99, 0.999)) / 2))
write_reference("tables.csv")
