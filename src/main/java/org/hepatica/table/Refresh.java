package org.hepatica.table;

import static org.hepatica.table.Column.levels;
import static org.hepatica.table.Column.mandatory;
import static org.hepatica.table.Column.of;

import java.util.List;

/** What a night changed, beside the night before: each a Delta table and a result file. */
public final class Refresh {

  public static final String KIND = "kind";
  public static final String ITEM = "item";
  public static final String BEFORE = "before";
  public static final String AFTER = "after";
  public static final String DIFFERENCE = "difference";
  public static final String NAME = "name";
  public static final String MEASURE = "measure";
  public static final String NUMBER = "value";

  // Kinds of changes
  public static final String COMPARED = "compared";
  public static final String SETTING_CHANGED = "setting changed";
  public static final String PATIENT_NEW = "patient new";
  public static final String PATIENT_GONE = "patient gone";
  public static final String FOLLOW_UP_EXTENDED = "follow-up extended";
  public static final String DEATH_NEW = "death new";
  public static final String RECURRENCE_NEW = "recurrence new";
  public static final String VALUE_CHANGED = "value changed";
  public static final String ROW_NEW = "row new";
  public static final String ROW_GONE = "row gone";
  public static final String IMPLAUSIBLE = "implausible";
  public static final String RESULT_MOVED = "result moved";
  public static final String DRIVER = "driver";

  /** The kinds that make a patient, known before and now, a changed one. */
  public static final List<String> OF_CHANGED_PATIENTS =
      List.of(FOLLOW_UP_EXTENDED, DEATH_NEW, RECURRENCE_NEW, VALUE_CHANGED, ROW_NEW, ROW_GONE);

  // Measures of the data's quality
  public static final String RECORDS = "records";
  public static final String QUARANTINED = "quarantined";
  public static final String FAILING_RULES = "failing_rules";
  public static final String FAILING_ROWS = "failing_rows";
  public static final String PATIENTS = "patients";

  /** In front of the name of a variable: the share of the cohort that lacks it. */
  public static final String MISSING = "missing ";

  public static final TableDefinition CHANGE =
      new TableDefinition(
          "refresh",
          Layer.RESULT,
          List.of(
              KIND,
              Registry.CENTER,
              Registry.PATIENT_ID,
              Operational.TABLE,
              ITEM,
              Operational.COLUMN,
              Operational.RULE),
          List.of(
              levels(
                      KIND,
                      "what changed",
                      COMPARED,
                      SETTING_CHANGED,
                      PATIENT_NEW,
                      PATIENT_GONE,
                      FOLLOW_UP_EXTENDED,
                      DEATH_NEW,
                      RECURRENCE_NEW,
                      VALUE_CHANGED,
                      ROW_NEW,
                      ROW_GONE,
                      IMPLAUSIBLE,
                      RESULT_MOVED,
                      DRIVER)
                  .required(),
              of(Registry.CENTER, Kind.TEXT, "the patient's centre"),
              of(Registry.PATIENT_ID, Kind.IDENTIFIER, "the patient"),
              of(Operational.TABLE, Kind.TEXT, "the table of the row, or of the result"),
              of(ITEM, Kind.TEXT, "the row's key beside its patient; which result"),
              of(Operational.COLUMN, Kind.TEXT, "the column"),
              of(BEFORE, Kind.TEXT, "its value before; of a driver the cell counted in"),
              of(AFTER, Kind.TEXT, "its value now; likewise"),
              of(
                  DIFFERENCE,
                  Kind.NUMBER,
                  "after less before, of follow-up in days; of a driver what its change did"),
              of(Operational.RULE, Kind.TEXT, "the rule that applies to the change"),
              levels(Operational.SEVERITY, "what the rule makes of it", "refuse", "warn"),
              of(Operational.MESSAGE, Kind.TEXT, "what is wrong; how far drivers were looked for")),
          "what the last night with something new changed");

  public static final TableDefinition COUNT =
      new TableDefinition(
          "refresh_count",
          Layer.RESULT,
          List.of(NAME),
          List.of(
              mandatory(NAME, Kind.TEXT, "the count, as alerts name it"),
              of(NUMBER, Kind.NUMBER, "how many, or how much; null where there is nothing")),
          "a count of that night");

  public static final TableDefinition ALERT =
      new TableDefinition(
          "refresh_alert",
          Layer.RESULT,
          List.of(Operational.RULE),
          List.of(
              mandatory(Operational.RULE, Kind.TEXT, "the alert"),
              levels(Operational.SEVERITY, "whether it ends the night with 3", "refuse", "warn")
                  .required(),
              mandatory(Operational.MESSAGE, Kind.TEXT, "what it means, with the remedy")),
          "an alert that the night raised");

  public static final TableDefinition QUALITY_TREND =
      new TableDefinition(
          "quality_trend",
          Layer.RESULT,
          List.of(Operational.RUN_ID, MEASURE),
          List.of(
              mandatory(Operational.RUN_ID, Kind.TEXT, "the run"),
              mandatory(Operational.STARTED, Kind.INSTANT, "its start"),
              mandatory(
                  MEASURE,
                  Kind.TEXT,
                  "records, quarantined, failing_rules, failing_rows, patients, missing <name>"),
              of(NUMBER, Kind.NUMBER, "a count; of missing a share, 0-1")),
          "a measure of the data's quality at one of the last nights");

  public static final List<TableDefinition> ALL = List.of(CHANGE, COUNT, ALERT, QUALITY_TREND);

  private Refresh() {}
}
