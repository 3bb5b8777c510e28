# Firth's penalty by a short script of its own, profile likelihood, elastic net by glmnet, and
# stepwise selection by R's step() and by hand.
source("common.R")
suppressPackageStartupMessages(library(glmnet))

veteran <- read_data("veteran")
ovarian <- read_data("ovarian")
separated <- transform(ovarian, early = as.integer(time < 400 & event == 1))
monthly <- function(data) transform(data, time = ceiling(time / 30))

# The log partial likelihood with gradient, information and its derivatives, event by event.
cox_sums <- function(beta, time, event, x, efron) {
  p <- ncol(x)
  r <- exp(drop(x %*% beta))
  out <- list(l = 0, u = numeric(p), i = matrix(0, p, p), di = array(0, c(p, p, p)))
  for (t in sort(unique(time[event == 1]))) {
    dead <- which(time == t & event == 1)
    for (k in seq_along(dead) - 1) {
      w <- r * (time >= t)
      if (efron) w[dead] <- w[dead] * (1 - k / length(dead))
      z <- sum(w)
      w <- w / z
      centred <- sweep(x, 2, colSums(w * x))
      out$l <- out$l + log(r[dead[k + 1]]) - log(z)
      out$u <- out$u + x[dead[k + 1], ] - colSums(w * x)
      out$i <- out$i + t(centred) %*% (w * centred)
      for (j in 1:p) {
        out$di[, , j] <- out$di[, , j] + t(centred) %*% (w * centred[, j] * centred)
      }
    }
  }
  out
}

firth <- function(case, time, event, x) {
  x <- as.matrix(x)
  for (ties in c("efron", "breslow")) {
    beta <- numeric(ncol(x))
    scale <- apply(x, 2, sd)
    for (step in 1:500) {
      s <- cox_sums(beta, time, event, x, ties == "efron")
      inverse <- solve(s$i)
      score <- s$u + sapply(seq_along(beta), function(j) sum(inverse * s$di[, , j])) / 2
      move <- drop(inverse %*% score)
      beta <- beta + move
      if (max(abs(move * scale)) < 1e-14) break
    }
    stopifnot(step < 500)
    s <- cox_sums(beta, time, event, x, ties == "efron")
    null <- cox_sums(0 * beta, time, event, x, ties == "efron")
    id <- paste(case, ties)
    emit(id, "coef", colnames(x), beta)
    emit(id, "se", colnames(x), sqrt(diag(solve(s$i))))
    # The determinant is taken in the units of standardised columns: a constant in both.
    penalised <- function(s) s$l + determinant(s$i)$modulus / 2
    emit(id, "ratio", "statistic", 2 * (penalised(s) - penalised(null)))
  }
}
firth("firth veteran", ceiling(veteran$time / 30), veteran$event,
      veteran[, c("trt", "karno", "age")])
firth("firth separated", separated$time, separated$event, separated[, c("early", "resid")])

# A coefficient that runs to infinity still orders the subjects.
infinite <- suppressWarnings(coxph(Surv(time, event) ~ early + resid, separated))
emit("separated", "concordance", c("estimate", "std"), infinite$concordance[c("concordance", "std")])

# Profile likelihood: the roots of the likelihood ratio, other coefficients refitted.
profile_interval <- function(case, data, columns) {
  full <- coxph(reformulate(columns, "Surv(time, event)"), data, control = exact)
  limit <- qchisq(0.95, 1)
  for (column in columns) {
    drop <- function(b) {
      data$known <- b * data[[column]]
      rest <- coxph(reformulate(c(setdiff(columns, column), "offset(known)"), "Surv(time, event)"),
                    data, control = exact)
      2 * (full$loglik[2] - rest$loglik[length(rest$loglik)]) - limit
    }
    b <- coef(full)[[column]]
    se <- sqrt(vcov(full)[column, column])
    root <- function(from, to) uniroot(drop, sort(c(from, to)), tol = 1e-13)$root
    emit(case, "low", column, root(b - 4 * se, b))
    emit(case, "high", column, root(b, b + 4 * se))
  }
}
profile_interval("profile veteran", monthly(veteran), c("trt", "karno", "age"))

# glmnet stops up to 1e-5 away from the minimum. With its signs known the minimum is the root of
# gradient / n = lambda (a sign(b) + (1 - a) b), found by Newton from where glmnet stopped.
polish <- function(b, lambda, mixing, time, event, x) {
  n <- nrow(x)
  sd <- sqrt(colMeans(sweep(x, 2, colMeans(x))^2))
  kept <- which(b != 0)
  z <- sweep(x, 2, sd, "/")[, kept, drop = FALSE]
  beta <- (b * sd)[kept]
  for (step in 1:30) {
    s <- cox_sums(beta, time, event, z, FALSE)
    slope <- s$u / n - lambda * (mixing * sign(beta) + (1 - mixing) * beta)
    beta <- beta + drop(solve(s$i / n + diag(lambda * (1 - mixing), length(beta)), slope))
  }
  stopifnot(all(sign(beta) == sign(b[kept])), max(abs(beta - (b * sd)[kept])) < 1e-5)
  b[kept] <- beta / sd[kept]
  b
}

glmnet.control(epsnr = 1e-14, mxitnr = 500)
columns <- c("trt", "karno", "diagtime", "age", "prior")
x <- as.matrix(veteran[, columns])
y <- stratifySurv(Surv(ceiling(veteran$time / 30), veteran$event), rep(1, nrow(veteran)))
for (mixing in c(0, 0.3, 1)) {
  lambda <- c(0.2, 0.05, 0.01, 0.001)
  fit <- glmnet(x, y, family = "cox", alpha = mixing, lambda = lambda, thresh = 1e-14,
                maxit = 1e7)
  for (k in seq_along(lambda)) {
    emit(paste("glmnet", mixing), paste("lambda", lambda[k]), columns, 
         polish(coef(fit)[, k], lambda[k], mixing, ceiling(veteran$time / 30), veteran$event, x))
  }
}

# Selection. step() decides by AIC.
veteran$cell <- relevel(factor(veteran$celltype), "squamous")
terms <- c("trt", "cell", "karno", "diagtime", "age", "prior")
full <- coxph(reformulate(terms, "Surv(time, event)"), veteran, control = exact)
null <- coxph(Surv(time, event) ~ 1, veteran, control = exact)
for (direction in c("backward", "forward", "both")) {
  start <- if (direction == "forward") null else full
  chosen <- step(start, reformulate(terms), direction = direction, trace = 0)
  emit(paste("step", direction), "kept", sort(attr(terms(chosen), "term.labels")), 1)
  emit(paste("step", direction), "aic", "aic", AIC(chosen))
  emit(paste("step", direction), "steps", sub("[+-] ", "", chosen$anova$Step[-1]),
       chosen$anova$AIC[-1])
}

# Forward by Wald's P of the entering term.
wald_p <- function(fit, term) {
  at <- fit$assign[[term]]
  b <- coef(fit)[at]
  pchisq(drop(b %*% solve(vcov(fit)[at, at, drop = FALSE]) %*% b), length(at), lower.tail = FALSE)
}
kept <- c()
repeat {
  left <- setdiff(terms, kept)
  p <- sapply(left, function(term) {
    wald_p(coxph(reformulate(c(kept, term), "Surv(time, event)"), veteran, control = exact), term)
  })
  if (min(p) >= 0.05) break
  kept <- c(kept, names(which.min(p)))
  emit("forward P", "steps", names(which.min(p)), min(p))
}
write_reference("cox-penalised.csv")
