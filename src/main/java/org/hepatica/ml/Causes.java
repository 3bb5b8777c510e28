package org.hepatica.ml;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.formula.SurvivalResponse;
import org.hepatica.survival.competing.CompetingCounts;

/**
 * What the numbers of a status mean where causes compete: 0 is censoring, 1 the cause of interest,
 * each other whole number a cause that competes with it.
 */
final class Causes {

  /** The cause of interest. */
  static final int OF_INTEREST = 1;

  private static final String MEANING =
      "causes are whole numbers: 0 censored, 1 the cause of interest, others competing";
  private static final String REMEDY =
      "CASE makes them, as in Surv(time, CASE WHEN state == \"relapsed\" THEN 1"
          + " WHEN state == \"died\" THEN 2 ELSE 0 END)";

  private Causes() {}

  /**
   * Looks at the response before anything is read.
   *
   * @throws IllegalArgumentException if follow-up begins late, or the cause is a text
   */
  static void checkResponse(Dataset<Row> data, SurvivalResponse response) {
    if (response.start().isPresent()) {
      throw new IllegalArgumentException(
          "late entries, Surv(start, stop, cause), are not part of cumulative incidence and Fine"
              + " and Gray's model as cmprsk has them: write Surv(time, cause)");
    }
    Dataset<Row> cause = data.select(Frame.column(response.event()));
    if (cause.schema().fields()[0].dataType().typeName().equals("string")) {
      throw new IllegalArgumentException(
          "%s is text: %s; %s".formatted(response.event().sql(), MEANING, REMEDY));
    }
  }

  /**
   * Looks at the causes that occur.
   *
   * @param statuses distinct, ascending
   * @throws IllegalArgumentException if they are no causes, or nobody has the cause of interest
   */
  static void check(double[] statuses) {
    if (statuses.length == 0) {
      throw Refusal.nobody();
    }
    if (!Arrays.stream(statuses).allMatch(Causes::isCause)) {
      throw none(statuses);
    }
    if (Arrays.stream(statuses).noneMatch(status -> status == OF_INTEREST)) {
      throw new IllegalArgumentException(
          "nobody has cause 1, the cause of interest; the values are %s: a condition or CASE makes it 1"
              .formatted(words(statuses)));
    }
  }

  private static IllegalArgumentException none(double... statuses) {
    return new IllegalArgumentException(
        "the cause has the values %s; %s; %s".formatted(words(statuses), MEANING, REMEDY));
  }

  /**
   * What a status says of a subject: 0 censored, 1 with the cause of interest, 2 with another.
   *
   * @throws IllegalArgumentException if it is no cause
   */
  static int kind(double status) {
    if (!isCause(status)) {
      throw none(status);
    }
    return (int) Math.min(status, 2);
  }

  /** None of the causes is 1. */
  static IllegalArgumentException notOfInterest() {
    return new IllegalArgumentException(
        "nobody has cause 1, the cause of interest: a condition or CASE makes it 1");
  }

  /** Too many values of a status are none of causes. */
  static IllegalArgumentException tooMany() {
    return new IllegalArgumentException(
        "the cause has too many values; %s; %s".formatted(MEANING, REMEDY));
  }

  private static boolean isCause(double status) {
    return status >= CompetingCounts.CENSORED
        && status == Math.rint(status)
        && status <= Integer.MAX_VALUE;
  }

  /** The causes among statuses, without censoring. */
  static List<Integer> among(double[] statuses) {
    return IntStream.range(0, statuses.length)
        .map(i -> (int) statuses[i])
        .filter(cause -> cause != CompetingCounts.CENSORED)
        .boxed()
        .toList();
  }

  private static String words(double[] statuses) {
    return Arrays.stream(statuses)
        .mapToObj(s -> s == Math.rint(s) && Math.abs(s) < 1e15 ? Long.toString((long) s) : "" + s)
        .toList()
        .toString();
  }
}
