# t quantiles, two-sided t tails and beta quantiles over the range that the ranking uses:
# degrees of freedom from 1 and not whole, effective sample sizes far below 1, tails to 1e-300.

special_functions <- function() {
  df <- c(1, 1.0001, 1.01, 1.1, 1.5, 1.9, 2, 2.3, 2.9999, 3.7, 4, 5.5, 7.99, 8, 12.34, 20, 29.5,
          50, 99.3, 100.1, 250.5, 999.7, 2999, 1e4, 123456.7, 1e6, 1e7)
  t <- c(0, 1e-6, 1e-3, .1, .5, 1, 1.5, 1.96, 2.2, 3, 4, 5, 7, 10, 15, 20, 30, 50, 100, 1e3, 1e5)
  n <- c(.01, .05, .2, .7, 1.3, 2.5, 5, 11, 17.3, 29.9, 30, 57.7, 100, 333.3, 1e3, 5e3, 2e4, 1e5,
         1e6, 1e7)
  p <- c(1e-6, 1e-4, .001, .01, .05, .1, .25, .4, .5, .6, .75, .9, .99, .999, .9999, 1 - 1e-6)
  tails <- expand.grid(df = df, t = t)
  shares <- expand.grid(n = n, p = p)
  list(
    tQuantile975 = list(df = df, value = qt(.975, df)),
    twoSidedP = list(df = tails$df, t = tails$t,
                     value = 2 * pt(tails$t, tails$df, lower.tail = FALSE)),
    kornGraubard = list(
      n = shares$n, p = shares$p,
      low = with(shares, qbeta(.025, n * p, n * (1 - p) + 1)),
      high = with(shares, qbeta(.975, n * p + 1, n * (1 - p)))
    )
  )
}
