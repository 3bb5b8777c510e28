# Public data sets of the survival package, as the tests read them: complete cases, event 0/1.
source("common.R")

export <- function(data, name) {
  write.csv(data[complete.cases(data), ], paste0(name, ".csv"), row.names = FALSE, quote = FALSE)
}

export(with(lung, data.frame(time, event = status - 1, age, female = sex - 1, ecog = ph.ecog,
                             karno = ph.karno)), "lung")
export(with(veteran, data.frame(time, event = status, trt = trt - 1, celltype, karno, diagtime,
                                age, prior = prior / 10)), "veteran")
export(with(ovarian, data.frame(time = futime, event = fustat, age, resid = resid.ds - 1,
                                rx = rx - 1, ecog = ecog.ps - 1)), "ovarian")
death <- colon[colon$etype == 2, ]
export(with(death, data.frame(time, event = status, rx, male = sex, age, obstruct, surg, extent,
                              node4)), "colon")
size_name <- c("<=20" = "small", "20-50" = "medium", ">50" = "large")
export(with(rotterdam, data.frame(time = dtime, event = death, age, meno,
                                  size = unname(size_name[as.character(size)]), grade, nodes,
                                  pgr, er, hormon, chemo)), "rotterdam")
export(with(myeloma, data.frame(entry, time = futime, event = death, year)), "myeloma")
# Progression to plasma cell malignancy (1) and death without it (2) compete; 0 is censored.
export(with(mgus2, data.frame(time = ifelse(pstat == 1, ptime, futime),
                              cause = ifelse(pstat == 1, 1, 2 * death),
                              age, male = ifelse(sex == "M", 1, 0))), "mgus2")
# Transplantation (1) and death (2) compete.
export(with(pbc[!is.na(pbc$trt), ], data.frame(time, cause = status, trt = trt - 1, age,
                                               edema, bili, albumin, stage)), "pbc")
