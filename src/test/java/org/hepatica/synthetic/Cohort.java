package org.hepatica.synthetic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.hepatica.survival.KaplanMeier;
import org.hepatica.survival.SurvivalCounts;
import org.hepatica.survival.SurvivalCurve;
import org.hepatica.synthetic.SyntheticPatient.Kras;

/** The patients with a known KRAS status, with what the study derives from them. */
record Cohort(List<SyntheticPatient> patients) {

  static final Path PUBLISHED = Path.of("conf/published/gholami-2019");
  static final double YEAR = 365.25;

  /** Groups of patients as the published files name them. */
  static final Map<String, Predicate<SyntheticPatient>> GROUPS =
      Map.of(
          "all", p -> true,
          "kras_wt", p -> !mutated(p),
          "kras_mut", Cohort::mutated,
          "hai", SyntheticPatient::hai,
          "no_hai", p -> !p.hai(),
          "kras_wt+hai", p -> !mutated(p) && p.hai(),
          "kras_wt+no_hai", p -> !mutated(p) && !p.hai(),
          "kras_mut+hai", p -> mutated(p) && p.hai(),
          "kras_mut+no_hai", p -> mutated(p) && !p.hai());

  /** The covariates of Tables 2 and 3, NaN where unknown; size is added by endpoint. */
  static final Map<String, ToDoubleFunction<SyntheticPatient>> COVARIATES = covariates();

  static Cohort of(Plan plan) {
    return new Cohort(
        LongStream.range(0, plan.patients())
            .mapToObj(plan::patient)
            .filter(Cohort::typed)
            .toList());
  }

  Cohort group(String name) {
    return new Cohort(patients.stream().filter(GROUPS.get(name)).toList());
  }

  long count(Predicate<SyntheticPatient> wanted) {
    return patients.stream().filter(wanted).count();
  }

  double[] time(boolean overall) {
    return patients.stream()
        .mapToDouble(
            p -> overall || p.recurrenceDays() == null ? p.overallDays() : p.recurrenceDays())
        .toArray();
  }

  boolean[] event(boolean overall) {
    boolean[] event = new boolean[patients.size()];
    for (int i = 0; i < event.length; i++) {
      SyntheticPatient p = patients.get(i);
      event[i] = p.dead() || !overall && p.recurrenceDays() != null;
    }
    return event;
  }

  SurvivalCurve curve(boolean overall) {
    return KaplanMeier.withDefaults().fit(counts(overall));
  }

  SurvivalCounts counts(boolean overall) {
    return SurvivalCounts.of(time(overall), event(overall));
  }

  static boolean typed(SyntheticPatient p) {
    return p.kras() != Kras.NOT_TESTED && p.kras() != Kras.INDETERMINATE;
  }

  static boolean mutated(SyntheticPatient p) {
    return p.kras() == Kras.MUT;
  }

  static boolean scored(SyntheticPatient p) {
    return p.nodePositive() != null
        && p.metastases() != null
        && p.ceaNgMl() != null
        && p.largestCm() != null;
  }

  static int score(SyntheticPatient p) {
    return (p.nodePositive() ? 1 : 0)
        + (p.diseaseFreeMonths() < 12 ? 1 : 0)
        + (p.metastases() > 1 ? 1 : 0)
        + (p.ceaNgMl() > 200 ? 1 : 0)
        + (p.largestCm() > 5 ? 1 : 0);
  }

  /** A published file as rows of cells by column; notes with commas come last and are cut. */
  static List<Map<String, String>> published(String file) {
    try {
      List<String> lines = Files.readAllLines(PUBLISHED.resolve(file));
      String[] header = lines.get(0).split(",", -1);
      List<Map<String, String>> rows = new ArrayList<>();
      for (String line : lines.subList(1, lines.size())) {
        String[] cells = line.split(",", -1);
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < header.length; i++) {
          row.put(header[i], cells[i]);
        }
        rows.add(row);
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, ToDoubleFunction<SyntheticPatient>> covariates() {
    Map<String, ToDoubleFunction<SyntheticPatient>> of = new LinkedHashMap<>();
    of.put("hai", p -> flag(p.hai()));
    of.put("kras_mutation", p -> flag(mutated(p)));
    of.put("positive_margin", p -> flag(p.marginPositive()));
    of.put("age", SyntheticPatient::ageYears);
    of.put("sex", p -> flag(p.female()));
    of.put("number_of_metastases", p -> p.metastases() == null ? Double.NaN : p.metastases());
    of.put("node_positive", p -> p.nodePositive() == null ? Double.NaN : flag(p.nodePositive()));
    of.put("disease_free_interval_lt_12_months", p -> flag(p.diseaseFreeMonths() < 12));
    of.put(
        "solitary_metastasis",
        p -> p.metastases() == null ? Double.NaN : flag(p.metastases() == 1));
    of.put("synchronous", p -> flag(p.synchronous()));
    of.put("crs_gt_3", p -> scored(p) ? flag(score(p) > 3) : Double.NaN);
    of.put("extrahepatic_disease", p -> flag(p.extrahepatic()));
    of.put("two_stage_hepatectomy", p -> flag(p.twoStage()));
    return of;
  }

  static double flag(boolean yes) {
    return yes ? 1 : 0;
  }
}
