# Makes the kept values of the golden test: ranking-*.json and special-functions.json.
# Run from the project's root: npm run golden. Needs R with survey, psychTools and jsonlite.

suppressMessages(library(jsonlite))
folder <- file.path("test", "golden")
source(file.path(folder, "data.R"))
source(file.path(folder, "method.R"))
source(file.path(folder, "special-functions.R"))

made_with <- list(
  R = R.version.string,
  survey = as.character(packageVersion("survey")),
  psychTools = as.character(packageVersion("psychTools"))
)

# "outside": whether a rank lies outside an interval; NA where there is nothing to hold against.
outside <- function(low, high, ranks) {
  ranks <- ranks[!is.na(ranks)]
  if (is.na(low) || length(ranks) == 0) NA else any(ranks < low | ranks > high)
}

expected_of <- function(set) {
  counted <- new.env()
  counted$ciprop <- 0
  scored <- sapply(voices, function(voice) {
    sapply(metrics, function(m) score_items(set, voice, m, counted), simplify = FALSE)
  }, simplify = FALSE)
  pick <- function(items) {
    function(voice, metric) {
      all <- scored[[voice]][[metric]]
      known <- intersect(items, rownames(all$cov))
      list(rows = all$rows[items], cov = all$cov[known, known, drop = FALSE])
    }
  }
  lists <- lapply(set$categories, pick)
  names(lists) <- paste0("category:", names(set$categories))
  lists$categories <- function(voice, metric) {
    score_categories(set, scored[[voice]][[metric]], metric)
  }
  lists$items <- pick(unlist(set$categories, use.names = FALSE))
  even <- set$levels %% 2 == 0
  rows <- list()
  holm <- list()
  for (name in names(lists)) {
    parts <- sapply(voices, function(v) {
      sapply(metrics, function(m) lists[[name]](v, m), simplify = FALSE)
    }, simplify = FALSE)
    places <- sapply(voices, function(v) place(parts[[v]], set$levels, paste(set$name, name, v)),
                     simplify = FALSE)
    for (voice in voices) for (metric in metrics) {
      here <- places[[voice]][[metric]]
      if (!is.null(here$pairs)) {
        holm[[length(holm) + 1]] <- list(
          list = name, voice = voice, metric = metric, p = I(here$pairs$p), holm = I(here$pairs$holm)
        )
      }
      stands <- if (even && metric == "net") "agree" else metric
      others <- setdiff(metrics, c(stands, if (even) "net"))
      for (i in seq_along(here$rank)) {
        row <- parts[[voice]][[metric]]$rows[[i]]
        by_voice <- sapply(setdiff(voices, voice), function(v) places[[v]][[metric]]$rank[i])
        at <- places[[voice]][[stands]]
        by_metric <- sapply(others, function(m) places[[voice]][[m]]$rank[i])
        rows[[length(rows) + 1]] <- list(
          name, row$id, voice, metric, here$rank[i], here$low[i], here$high[i], here$tier[i],
          outside(here$low[i], here$high[i], by_voice), outside(at$low[i], at$high[i], by_metric),
          row$estimate, row$se, row$low, row$high, row$df, row$answers, row$organizations,
          row$reliability, row$status
        )
      }
    }
  }
  columns <- c("list", "id", "voice", "metric", "rank", "rankLow", "rankHigh", "tier",
               "voiceDependent", "metricDependent", "estimate", "standardError", "low", "high",
               "df", "answers", "organizations", "reliability", "status")
  # Covariances: the upper triangle by rows, of the items that anyone answered.
  covariances <- lapply(voices, function(voice) lapply(metrics, function(metric) {
    cov <- scored[[voice]][[metric]]$cov
    list(voice = voice, metric = metric, items = I(rownames(cov)), upper = I(t(cov)[lower.tri(cov, diag = TRUE)]))
  }))
  items <- unlist(set$categories, use.names = FALSE)
  spread <- lapply(items, function(item) {
    counts <- tabulate(set$people[[item]], set$levels)
    list(id = item, consensus = consensus(counts), agreement = agreement_a(counts))
  })
  list(columns = columns, rows = rows, holm = holm,
       covariances = unlist(covariances, recursive = FALSE), distributions = spread,
       intervalsFromSvyciprop = counted$ciprop)
}

counts_of <- function(set) {
  items <- unlist(set$categories, use.names = FALSE)
  lapply(seq_len(nrow(set$units)), function(u) {
    unit <- set$units[u, ]
    own <- set$people[set$people$unit == unit$id, ]
    list(id = unit$id, organizations = unit$organizations, peopleServed = unit$peopleServed,
         counts = lapply(items, function(i) I(tabulate(own[[i]], set$levels))))
  })
}

write_json <- function(value, name) {
  text <- toJSON(value, auto_unbox = TRUE, digits = NA, na = "null", null = "null")
  writeLines(text, file.path(folder, name))
}

for (make in data_sets) {
  set <- make()
  expected <- expected_of(set)
  write_json(list(
    name = set$name, source = set$source, madeWith = made_with, levels = set$levels,
    responses = nrow(set$people),
    categories = lapply(names(set$categories), function(id) {
      list(id = id, items = I(set$categories[[id]]))
    }),
    units = counts_of(set), expected = expected
  ), paste0("ranking-", set$name, ".json"))
  cat(sprintf("%-8s %3d units, %5d people, %4d rows, %d intervals straight from svyciprop\n",
              set$name, nrow(set$units), nrow(set$people), length(expected$rows),
              expected$intervalsFromSvyciprop))
}
write_json(c(list(madeWith = made_with), special_functions()), "special-functions.json")
