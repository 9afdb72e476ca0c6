# The ranking a second time, independent of core/ranking: estimates, errors and covariances from
# R's survey, the rest from the formulas of docs/method.md, written anew.

suppressMessages(library(survey))

voices <- c("respondent", "organization", "population")
metrics <- c("agree", "net", "mean")

scores_of <- function(metric, levels) {
  l <- seq_len(levels)
  middle <- (levels + 1) / 2
  switch(metric, agree = as.numeric(l > middle), net = sign(l - middle), mean = l)
}

range_of <- function(metric, levels) switch(metric, agree = 1, net = 2, mean = levels - 1)
lowest <- function(metric) switch(metric, agree = 0, net = -1, mean = 1)
highest <- function(metric, levels) if (metric == "mean") levels else 1

# W[unit, item]: what one voice weighs each unit by.
weights_of <- function(set, voice) {
  items <- unlist(set$categories)
  answers <- sapply(items, function(i) tapply(!is.na(set$people[[i]]), set$people$unit, sum))
  rownames(answers) <- sort(unique(set$people$unit))
  colnames(answers) <- items
  per_unit <- switch(voice, respondent = NULL, organization = set$units$organizations,
                     population = set$units$peopleServed)
  list(answers = answers, weights = if (is.null(per_unit)) answers else (answers > 0) * per_unit)
}

# One item by svymean over the subset with an answer, and svyciprop for a share.
survey_item <- function(set, item, voice, metric, w) {
  x <- scores_of(metric, set$levels)[set$people[[item]]]
  unit <- as.character(set$people$unit)
  weight <- w$weights[cbind(unit, item)] / w$answers[cbind(unit, item)]
  weight[is.na(x)] <- 1
  all <- svydesign(ids = ~unit, weights = ~weight, data = data.frame(unit, x, weight))
  design <- subset(all, !is.na(x))
  mean <- svymean(~x, design)
  out <- list(estimate = as.numeric(coef(mean)), se = as.numeric(SE(mean)))
  out$degf <- length(unique(unit[!is.na(x)])) - 1
  if (metric == "agree" && out$degf > 0 && out$se > 1e-9 && out$estimate %% 1 != 0) {
    out$ciprop <- as.numeric(attr(svyciprop(~x, design, method = "beta"), "ci"))
  }
  out
}

# All covariances at once: ratios of unit totals, over all units.
survey_covariances <- function(set, voice, metric, w, items) {
  unit <- rownames(w$answers)
  x <- scores_of(metric, set$levels)
  means <- sapply(items, function(i) tapply(x[set$people[[i]]], set$people$unit, mean, na.rm = TRUE))
  means[is.nan(means)] <- 0
  weights <- w$weights[, items, drop = FALSE]
  top <- weights * means
  colnames(top) <- paste0("t", seq_along(items))
  bottom <- weights
  colnames(bottom) <- paste0("b", seq_along(items))
  design <- svydesign(ids = ~1, weights = ~1, data = data.frame(top, bottom))
  ratio <- svyratio(
    reformulate(colnames(top)), reformulate(colnames(bottom)), design, covmat = TRUE
  )
  # svyratio crosses every numerator with every denominator; ours are the matching ones.
  own <- which(as.vector(diag(length(items))) == 1)
  list(estimates = diag(as.matrix(ratio$ratio)), cov = ratio$vcov[own, own, drop = FALSE])
}

kish <- function(w) max(1, sum(w)^2 / sum(w^2) - 1)

substitute_variance <- function(set, item, metric) {
  level <- na.omit(set$people[[item]])
  x <- scores_of(metric, set$levels)[c(level, 1, set$levels)]
  mean((x - mean(x))^2) / length(level)
}

korn_graubard <- function(p, v, n, df) {
  seen <- v > 1e-18 && p > 0 && p < 1
  n_eff <- if (seen) min(n, p * (1 - p) / v * (qt(.975, n - 1) / qt(.975, df))^2) else n
  list(
    n_eff = n_eff,
    low = if (p == 0) 0 else qbeta(.025, n_eff * p, n_eff * (1 - p) + 1),
    high = if (p == 1) 1 else qbeta(.975, n_eff * p + 1, n_eff * (1 - p))
  )
}

reliability <- function(p, n, df, n_eff = NA, width = NA) {
  if (n < 30 || isTRUE(n_eff < 30)) return("unreliable")
  if (!is.na(width) && (width >= .3 || (width > .05 && (p == 0 || width / p > 1.3)))) {
    return("unreliable")
  }
  if (df < 8 || p == 0 || p == 1) "review" else "reliable"
}

# Everything about the items under one voice and metric.
score_items <- function(set, voice, metric, counted) {
  w <- weights_of(set, voice)
  items <- unlist(set$categories, use.names = FALSE)
  range <- range_of(metric, set$levels)
  answered <- items[colSums(w$answers) > 0]
  joint <- survey_covariances(set, voice, metric, w, answered)
  dimnames(joint$cov) <- list(answered, answered)
  rows <- lapply(items, function(item) {
    n <- sum(w$answers[, item])
    with_answers <- w$answers[, item] > 0
    row <- list(id = item, answers = n, organizations = sum(set$units$organizations[with_answers]),
                estimate = NA, se = NA, low = NA, high = NA, df = NA, reliability = NA,
                u = NA, status = "no-answers")
    if (n == 0) return(row)
    one <- survey_item(set, item, voice, metric, w)
    stopifnot(abs(one$estimate - joint$estimates[match(item, answered)]) < 1e-12)
    row$status <- "shown"
    row$estimate <- one$estimate
    row$df <- kish(w$weights[, item])
    row$u <- substitute_variance(set, item, metric)
    enough <- sum(with_answers) >= 2
    if (enough) {
      stopifnot(abs(one$se^2 - joint$cov[item, item]) < 1e-14)
      row$se <- if (one$se < 1e-9 * range) 0 else one$se
    }
    p <- if (one$estimate > 1 - 1e-14 && metric == "agree") 1 else one$estimate
    if (metric == "agree" && enough) {
      ci <- korn_graubard(p, row$se^2, n, row$df)
      # Where neither our degrees of freedom nor the cap differ from R's: R's own interval.
      if (!is.null(one$ciprop) && abs(row$df - one$degf) < 1e-9 && ci$n_eff < n * (1 - 1e-9)) {
        ci$low <- one$ciprop[1]
        ci$high <- one$ciprop[2]
        counted$ciprop <- counted$ciprop + 1
      }
      row$low <- ci$low
      row$high <- ci$high
      row$reliability <- reliability(p, n, row$df, ci$n_eff, ci$high - ci$low)
    } else if (metric == "agree") {
      row$reliability <- reliability(p, n, row$df)
    } else if (enough && row$se > 0) {
      half <- qt(.975, row$df) * row$se
      row$low <- max(lowest(metric), row$estimate - half)
      row$high <- min(highest(metric, set$levels), row$estimate + half)
    }
    row
  })
  names(rows) <- items
  list(rows = rows, cov = joint$cov)
}

# A category's estimate is a contrast of its items': 1/k each.
score_categories <- function(set, scored, metric) {
  range <- range_of(metric, set$levels)
  rows <- lapply(names(set$categories), function(id) {
    items <- set$categories[[id]]
    parts <- scored$rows[items]
    get <- function(name) sapply(parts, function(p) p[[name]])
    k <- length(items)
    answered <- Reduce(`|`, lapply(items, function(i) !is.na(set$people[[i]])))
    reached <- set$units$id %in% set$people$unit[answered]
    row <- list(id = id, answers = sum(get("answers")),
                organizations = sum(set$units$organizations[reached]),
                estimate = NA, se = NA, low = NA, high = NA, df = NA, reliability = NA,
                u = NA, status = "item-without-answers")
    if (anyNA(get("estimate"))) return(row)
    row$status <- "shown"
    row$estimate <- mean(get("estimate"))
    row$df <- min(get("df"))
    row$u <- sum(get("u")) / k^2
    if (anyNA(get("se"))) return(row)
    v <- sum(scored$cov[items, items]) / k^2
    row$se <- if (v < 1e-14 * range^2) 0 else sqrt(v)
    if (row$se > 0) {
      half <- qt(.975, row$df) * row$se
      row$low <- max(lowest(metric), row$estimate - half)
      row$high <- min(highest(metric, set$levels), row$estimate + half)
    }
    row
  })
  names(rows) <- names(set$categories)
  # The covariances of the categories: contrasts again.
  contrast <- sapply(set$categories, function(items) {
    (rownames(scored$cov) %in% items) / length(items)
  })
  list(rows = rows, cov = t(contrast) %*% scored$cov %*% contrast)
}

# The p-values of every pair that can be compared.
compare <- function(list, range) {
  known <- names(list$rows)[!is.na(sapply(list$rows, function(r) r$se))]
  if (length(known) < 2) return(NULL)
  pairs <- t(combn(known, 2))
  p <- apply(pairs, 1, function(pair) {
    a <- list$rows[[pair[1]]]
    b <- list$rows[[pair[2]]]
    d <- a$estimate - b$estimate
    if (abs(d) <= 1e-12 * range) return(1)
    v <- sum(list$cov[pair, pair] * outer(c(1, -1), c(1, -1)))
    if (v < 1e-14 * range^2) v <- a$u + b$u
    2 * pt(abs(d) / sqrt(v), min(a$df, b$df), lower.tail = FALSE)
  })
  data.frame(a = pairs[, 1], b = pairs[, 2], p = p, holm = p.adjust(p, "holm"))
}

# Holm's decisions must not hang on the last digits: each decided p is 0.5 % off its threshold.
check_margins <- function(pairs, name) {
  p <- sort(pairs$p)
  m <- length(p)
  thresholds <- .05 / (m - seq_len(m) + 1)
  decided <- seq_len(min(m, match(TRUE, p > thresholds, nomatch = m)))
  near <- abs(p[decided] / thresholds[decided] - 1) < .005
  if (any(near)) stop("a p-value of ", name, " is too near its threshold: choose another seed")
}

# Ranks: how many stand strictly before, by the metric and then by those that break its ties.
ranks_of <- function(estimates, ranges) {
  before <- function(a, b) {
    for (m in seq_along(estimates)) {
      d <- estimates[[m]][a] - estimates[[m]][b]
      if (abs(d) > 1e-12 * ranges[m]) return(d > 0)
    }
    FALSE
  }
  n <- length(estimates[[1]])
  sapply(seq_len(n), function(i) {
    if (is.na(estimates[[1]][i])) return(NA)
    others <- setdiff(which(!is.na(estimates[[1]])), i)
    1 + sum(vapply(others, function(j) before(j, i), TRUE))
  })
}

# Ranks, rank intervals and tiers of one list under one voice, for each metric.
place <- function(lists, levels, name) {
  circle <- c(metrics, metrics)
  out <- lapply(seq_along(metrics), function(m) {
    metric <- metrics[m]
    order <- circle[m:(m + 2)]
    rows <- lists[[metric]]$rows
    ids <- names(rows)
    estimates <- lapply(order, function(o) sapply(lists[[o]]$rows, function(r) r$estimate))
    rank <- ranks_of(estimates, sapply(order, range_of, levels = levels))
    pairs <- compare(lists[[metric]], range_of(metric, levels))
    known <- !is.na(sapply(rows, function(r) r$se))
    above <- matrix(FALSE, length(ids), length(ids), dimnames = list(ids, ids)) # [i, j]: j above i
    if (!is.null(pairs)) {
      check_margins(pairs, paste(name, metric))
      est <- estimates[[1]]
      for (k in which(pairs$holm <= .05)) {
        pair <- c(pairs$a[k], pairs$b[k])
        high <- pair[which.max(est[pair])]
        above[setdiff(pair, high), high] <- TRUE
      }
    }
    tier <- rep(1, length(ids))
    for (step in seq_along(ids)) {
      tier <- sapply(seq_along(ids), function(i) 1 + max(0, tier[above[i, ]]))
    }
    size <- sum(!is.na(rank))
    list(
      rank = rank,
      low = ifelse(known, 1 + rowSums(above), NA),
      high = ifelse(known, size - colSums(above), NA),
      tier = ifelse(known, tier, NA),
      pairs = pairs
    )
  })
  names(out) <- metrics
  out
}

# Tastle and Wierman's consensus.
consensus <- function(counts) {
  if (sum(counts) == 0) return(NA)
  x <- rep(seq_along(counts), counts)
  1 + mean(log2(1 - abs(x - mean(x)) / (length(counts) - 1)))
}

# Van der Eijk's agreement A, one answer of the lowest layer at a time.
agreement_a <- function(counts) {
  total <- sum(counts)
  if (total == 0) return(NA)
  k <- length(counts)
  triples <- combn(k, 3)
  a <- 0
  while (sum(counts) > 0) {
    on <- as.numeric(counts > 0)
    codes <- apply(triples, 2, function(t) paste(on[t], collapse = ""))
    tu <- sum(codes %in% c("110", "011"))
    tdu <- sum(codes == "101")
    s <- sum(on)
    u <- if (tu + tdu == 0) 1 else ((k - 2) * tu - (k - 1) * tdu) / ((k - 2) * (tu + tdu))
    layer <- min(counts[counts > 0])
    a <- a + layer * s / total * u * (1 - (s - 1) / (k - 1))
    counts <- counts - layer * on
  }
  a
}
