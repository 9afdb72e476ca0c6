# The data sets of the golden test. Each is a list: name, source, levels, categories (item ids by
# category id), people (a data frame: unit, then one column an item with its level or NA) and
# units (id, organizations, peopleServed).

suppressMessages(library(psychTools))

# Real answers: moods of people who came to psychological studies, on four levels ("not at all"
# to "very much"), the study as the cluster. Some items were asked in 12 or 17 studies only.
# One sheet a person: the first. peopleServed: all the sheets that the study filled in.
moods <- function() {
  data(msqR, package = "psychTools", envir = environment())
  categories <- list(
    energy = c("active", "energetic", "vigorous", "lively"),
    tension = c("anxious", "nervous", "tense", "jittery"),
    calm = c("calm", "relaxed", "tranquil", "serene"),
    warmth = c("cheerful", "kindly", "warmhearted", "sociable"),
    rest = c("idle", "inactive", "sluggish", "still")
  )
  first <- msqR[msqR$time == 1, ]
  people <- data.frame(unit = as.character(first$study), first[unlist(categories)] + 1)
  sheets <- table(msqR$study)
  ids <- sort(unique(people$unit))
  units <- data.frame(id = ids, organizations = 1, peopleServed = as.vector(sheets[ids]))
  list(
    name = "moods",
    source = paste("msqR of psychTools", packageVersion("psychTools"), "(Revelle), time 1"),
    levels = 4, categories = categories, people = people, units = units
  )
}

# Answers of people in units of given sizes: a latent normal with a unit's and an item's share.
simulate <- function(sizes, items, levels, missing, cluster, spread = 0.5) {
  unit <- rep(seq_along(sizes), sizes)
  answers <- sapply(items, function(item) {
    centre <- rnorm(1, 0.4, spread)
    latent <- centre + rnorm(length(sizes), 0, cluster)[unit] + rnorm(length(unit))
    cuts <- qnorm(seq_len(levels - 1) / levels)
    level <- findInterval(latent, cuts) + 1
    ifelse(runif(length(unit)) < missing, NA, level)
  })
  # A response has at least one answer.
  empty <- rowSums(!is.na(answers)) == 0
  answers[empty, 1] <- levels
  data.frame(unit = sprintf("u%02d", unit), answers)
}

describe <- function(people, organizations, served) {
  data.frame(id = sort(unique(people$unit)), organizations = organizations, peopleServed = served)
}

# Very unequal units, 15 % missing, and every edge at once: items all answered alike (b1, b2),
# by nobody (b3), by one unit (c1), two that are the same (c2, c3), one many never asked (a3).
unequal <- function() {
  set.seed(20260101)
  sizes <- c(1500, 400, 150, 60, 45, 40, 30, 22, 15, 12, 11, 3)
  items <- c("a1", "a2", "a3", "b1", "b2", "b3", "c1", "c2", "c3")
  people <- simulate(sizes, items, 5, 0.15, 0.3)
  people$a3[people$unit %in% c("u02", "u04", "u07", "u12")] <- NA
  people$b1 <- ifelse(is.na(people$b1), NA, 5)
  people$b2 <- ifelse(is.na(people$b2), NA, 4)
  people$b3 <- NA_real_
  people$c1[people$unit != "u05"] <- NA
  people$c3 <- people$c2
  served <- round(exp(rnorm(length(sizes), 6, 1.5)))
  list(
    name = "unequal", source = "simulated in data.R", levels = 5,
    categories = list(a = items[1:3], b = items[4:6], c = items[7:9]),
    people = people,
    units = describe(people, c(1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 4, 3), served)
  )
}

# Eight units of 25 people, complete: equal weights, so R's own degrees of freedom apply and
# `svyciprop` gives the interval wherever the cap does not bind. i8 varies less between the units
# than chance would have it, so there the cap binds.
equal <- function() {
  set.seed(20260102)
  items <- paste0("i", 1:8)
  people <- simulate(rep(25, 8), items, 7, 0, 0.45, 0.9)
  people$i8 <- rep(rep(c(6, 2), c(15, 10)), 8)
  people$i8[1] <- 2
  list(
    name = "equal", source = "simulated in data.R", levels = 7,
    categories = list(first = items[1:4], second = items[5:8]), people = people,
    units = describe(people, 1, 100)
  )
}

# Thirty units, three levels, 35 % missing.
sparse <- function() {
  set.seed(20260103)
  items <- paste0("i", 1:6)
  sizes <- round(exp(rnorm(30, 3, 0.7))) + 1
  people <- simulate(sizes, items, 3, 0.35, 0.35, 0.8)
  list(
    name = "sparse", source = "simulated in data.R", levels = 3,
    categories = list(first = items[1:3], second = items[4:6]), people = people,
    units = describe(people, 1, round(exp(rnorm(30, 5, 1))))
  )
}

# Two units: the fewest that show any variance; one degree of freedom.
two <- function() {
  set.seed(20260104)
  items <- paste0("i", 1:4)
  people <- simulate(c(40, 25), items, 6, 0.1, 0.2, 1)
  list(
    name = "two", source = "simulated in data.R", levels = 6,
    categories = list(only = items), people = people,
    units = describe(people, 1, c(300, 700))
  )
}

# Four units that answered in the same proportions: no variance of any estimate or difference, so
# every comparison rests on substitute variances. Within a, b and c the first two metrics of the
# circle that can tell the items apart disagree about the order; g and h tie in agree and net.
alike <- function() {
  shares <- list( # of 24 people, at levels 1 to 5
    a1 = c(0, 0, 12, 12, 0), a2 = c(0, 6, 6, 0, 12), # the same agree: net says a1, mean a2
    b1 = c(6, 0, 6, 12, 0), b2 = c(0, 0, 18, 0, 6), # the same net: mean says b2, agree b1
    c1 = c(12, 0, 0, 0, 12), c2 = c(3, 0, 15, 6, 0), # the same mean: agree says c1, net c2
    g = c(8, 0, 0, 8, 8), h = c(8, 0, 0, 16, 0),
    same1 = c(0, 0, 0, 0, 24), same2 = c(0, 0, 0, 0, 24)
  )
  people <- do.call(rbind, lapply(c(1, 2, 3, 5), function(times) {
    data.frame(unit = paste0("u", times), lapply(shares, function(s) rep(rep(1:5, s), times)))
  }))
  list(
    name = "alike", source = "made in data.R", levels = 5,
    categories = list(
      a = c("a1", "a2"), b = c("b1", "b2"), c = c("c1", "c2"), g = c("g", "h"),
      same = c("same1", "same2")
    ),
    people = people, units = describe(people, c(1, 2, 1, 1), c(10, 500, 30, 7))
  )
}

data_sets <- list(moods, unequal, equal, sparse, two, alike)
