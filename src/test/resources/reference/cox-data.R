# Public data sets in (start, stop] form, as the Cox tests read them; time is the stop.
source("common.R")

export <- function(data, name) {
  write.csv(data[complete.cases(data), ], paste0(name, ".csv"), row.names = FALSE, quote = FALSE)
}

export(with(heart, data.frame(start, time = stop, event, age, year, surgery,
                              transplant = as.integer(transplant) - 1, id)), "heart")
export(with(bladder2, data.frame(start, time = stop, event, rx = rx - 1, number, size, enum, id)),
       "bladder")
