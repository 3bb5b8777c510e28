package org.hepatica.survival.cox;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hepatica.survival.PublicData;

/** The fits of cox-extended.R. */
record ExtendedCase(String name, Ties ties) {

  private static final List<String> EFRON_ONLY = List.of("veteran decimal", "lung power");
  private static final List<String> EXACT_TOO = List.of("heart", "veteran");
  private static final List<String> NAMES =
      List.of(
          "heart",
          "heart monthly",
          "heart weighted",
          "bladder",
          "lung weighted",
          "lung exact",
          "veteran",
          "veteran counted",
          "veteran offset",
          "veteran strata",
          "veteran decimal",
          "lung power");

  static Stream<ExtendedCase> all() {
    return NAMES.stream()
        .flatMap(name -> Stream.of(Ties.values()).map(ties -> new ExtendedCase(name, ties)))
        .filter(ExtendedCase::isFitted);
  }

  private boolean isFitted() {
    return switch (ties) {
      case EXACT -> EXACT_TOO.contains(name) || name.equals("lung exact");
      case BRESLOW -> !EFRON_ONLY.contains(name) && !name.equals("lung exact");
      case EFRON -> !name.equals("lung exact");
    };
  }

  boolean hasResiduals() {
    return ties != Ties.EXACT && !List.of("bladder", "lung power").contains(name);
  }

  /** R repeats the class of its result for all but exact ties in intervals. */
  boolean isComplete() {
    return !(name.equals("heart") && ties == Ties.EXACT);
  }

  boolean hasCurves() {
    return hasResiduals() && !List.of("veteran offset", "veteran decimal").contains(name);
  }

  boolean hasUno() {
    return isComplete()
        && !name.startsWith("heart")
        && !name.equals("bladder")
        && !name.equals("veteran strata");
  }

  String id() {
    return name + " " + ties.name().toLowerCase(Locale.ROOT);
  }

  CoxFit fit() {
    return CoxRegression.withDefaults().with(ties).fit(data());
  }

  /** The terms of the model. */
  List<Term> terms() {
    if (name.equals("veteran")) {
      Term cells = new Term("celltype", List.of("adeno", "large", "smallcell"));
      return List.of(Term.of("trt"), cells, Term.of("karno"));
    }
    return data().names().stream().map(Term::of).toList();
  }

  boolean isStratified() {
    return List.of("heart weighted", "veteran strata").contains(name);
  }

  /** The stratum of the predicted curves: cells large, surgery 0. */
  int stratum() {
    return name.equals("veteran strata") ? 2 : 0;
  }

  /** Covariates of the predicted curves. */
  Map<String, Double> covariates() {
    if (name.startsWith("heart")) {
      return Map.of("age", 1.0, "year", 2.0, "surgery", 0.0, "transplant", 1.0);
    }
    if (name.startsWith("lung")) {
      return Map.of("age", 60.0, "female", 0.0, "karno", 80.0);
    }
    return Map.of("trt", 1.0, "adeno", 0.0, "large", 1.0, "smallcell", 0.0, "karno", 70.0);
  }

  CoxData data() {
    PublicData days = PublicData.of(name.split(" ")[0]);
    PublicData months = days.timed(time -> Math.ceil(time / 30));
    return switch (name) {
      case "heart" -> heart(days).withEntry(days.numbers("start"));
      case "heart monthly" -> heart(months).withEntry(startMonths(days));
      case "heart weighted" -> weightedHeart(months).withEntry(startMonths(days));
      case "bladder" ->
          CoxExamples.cox(days, "rx", "number", "size")
              .withEntry(days.numbers("start"))
              .withStratum(days.codes("enum"))
              .withCluster(days.codes("id"));
      case "lung weighted" -> weighted(CoxExamples.cox(months, "age", "female", "karno"));
      case "lung exact" -> CoxExamples.cox(months, "age", "female", "karno");
      case "lung power" -> power(days);
      case "veteran" -> CoxExamples.cox(months, cells("trt", "karno"));
      case "veteran counted" -> counted(CoxExamples.cox(months, "trt", "karno"));
      case "veteran offset" ->
          CoxExamples.cox(days, "trt", "age")
              .withOffset(Arrays.stream(days.numbers("karno")).map(k -> -0.03 * k).toArray());
      case "veteran strata" ->
          CoxExamples.cox(months, "trt", "karno").withStratum(celltypes(months));
      case "veteran decimal" -> decimal(days);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static String[] cells(String first, String last) {
    return new String[] {first, "celltype=adeno", "celltype=large", "celltype=smallcell", last};
  }

  private static CoxData heart(PublicData data) {
    return CoxExamples.cox(data, "age", "year", "surgery", "transplant");
  }

  private static CoxData weightedHeart(PublicData data) {
    int[] surgery = Arrays.stream(data.numbers("surgery")).mapToInt(s -> (int) s).toArray();
    return weighted(CoxExamples.cox(data, "age", "year", "transplant"))
        .withStratum(surgery)
        .withCluster(data.codes("id"));
  }

  private static double[] startMonths(PublicData heart) {
    return Arrays.stream(heart.numbers("start")).map(t -> Math.floor(t / 30)).toArray();
  }

  private static CoxData weighted(CoxData data) {
    return data.withWeight(
        IntStream.rangeClosed(1, data.size()).mapToDouble(i -> 0.5 + i % 5 / 4.0).toArray());
  }

  private static CoxData counted(CoxData data) {
    return data.withWeight(
        IntStream.rangeClosed(1, data.size()).mapToDouble(i -> 1 + i % 3).toArray());
  }

  private static CoxData power(PublicData lung) {
    double[] age = lung.numbers("age");
    double[] female = lung.numbers("female");
    double[][] rows = new double[age.length][];
    Arrays.setAll(rows, i -> new double[] {age[i], Math.pow(age[i], 6), female[i]});
    return CoxData.of(lung.time(), lung.event(), rows, List.of("age", "age6", "female"));
  }

  /** Years, some off by what rounding would do. */
  private static CoxData decimal(PublicData veteran) {
    double[] days = veteran.time();
    double[] time = new double[days.length];
    Arrays.setAll(time, i -> days[i] / 365.25 + 1e-10 * ((i + 1) % 3));
    double[] trt = veteran.numbers("trt");
    double[] karno = veteran.numbers("karno");
    double[][] rows = new double[time.length][];
    Arrays.setAll(rows, i -> new double[] {trt[i], karno[i]});
    return CoxData.of(time, veteran.event(), rows, List.of("trt", "karno"));
  }

  /** Strata numbered as R orders the levels: the reference first. */
  private static int[] celltypes(PublicData veteran) {
    List<String> levels = List.of("squamous", "adeno", "large", "smallcell");
    return Arrays.stream(veteran.texts("celltype")).mapToInt(levels::indexOf).toArray();
  }
}
