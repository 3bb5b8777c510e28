package org.hepatica.table;

import static org.hepatica.table.Column.mandatory;
import static org.hepatica.table.Column.of;

import java.util.List;

/**
 * The counts that a study's analyses rest on. They are kept up to date: a changed subject leaves
 * its old cell and enters its new one.
 */
public final class Counted {

  public static final String QUESTION = "question";
  public static final String ENDPOINT = "endpoint";
  public static final String VALUES = "values";
  public static final String IS_COUNTED = "is_counted";
  public static final String DAY = "day";
  public static final String STATUS = "status";
  public static final String PATTERN = "pattern";
  public static final String N = "n";
  public static final String AT_LEAST = "at_least";

  /** What the cohort is asked. */
  public static final TableDefinition QUESTIONS =
      new TableDefinition(
          "cell_question",
          Layer.GOLD,
          List.of(QUESTION),
          List.of(
              mandatory(QUESTION, Kind.TEXT, "its name: a hash of endpoint and values"),
              of(ENDPOINT, Kind.TEXT, "the endpoint; null when no time is asked for"),
              of(VALUES, Kind.TEXTS, "SQL of the values, with the levels of texts"),
              mandatory(
                  IS_COUNTED,
                  Kind.BOOLEAN,
                  "whether its cells are counted; else subjects are too varied for it"),
              of(N, Kind.LONG, "subjects that have all that is asked, of one that is counted"),
              of(
                  AT_LEAST,
                  Kind.LONG,
                  "so many cells it has, or more, if it is not counted; as far as that is known"
                      + " without counting them again")),
          "a question that analyses ask of the cohort");

  /** The answers. */
  public static final TableDefinition CELL =
      new TableDefinition(
          "cell",
          Layer.GOLD,
          List.of(QUESTION, DAY, STATUS, PATTERN),
          List.of(
              mandatory(QUESTION, Kind.TEXT, "the question"),
              mandatory(DAY, Kind.INTEGER, "days to the endpoint; 0 when no time is asked for"),
              mandatory(
                  STATUS,
                  Kind.INTEGER,
                  "0 an event, 1 censored, 2 a competing event; 0 when no time is asked for"),
              mandatory(
                  PATTERN,
                  Kind.NUMBERS,
                  "the values in their order; of a text the place of its level, from 0"),
              mandatory(N, Kind.LONG, "subjects")),
          "subjects of the analysis set alike in all that a question asks: stratum, covariates,"
              + " day and status");

  public static final List<TableDefinition> ALL = List.of(QUESTIONS, CELL);

  private Counted() {}
}
