package org.hepatica.table;

import static org.hepatica.table.Column.levels;
import static org.hepatica.table.Column.mandatory;
import static org.hepatica.table.Column.of;
import static org.hepatica.table.Registry.CENTER;
import static org.hepatica.table.Registry.DELIVERY;
import static org.hepatica.table.Registry.SOURCE_FILE;
import static org.hepatica.table.Registry.SOURCE_LINE;

import java.util.List;

/** Records as delivered, what became of each, and the runs. */
public final class Operational {

  public static final String EXPORT = "export";
  public static final String FILE_HASH = "file_hash";
  public static final String BYTES = "bytes";
  public static final String FIRST_RUN = "first_run";
  public static final String CELLS = "cells";
  public static final String DEFECT = "defect";
  public static final String CONTENT = "content";
  public static final String LINKS = "links";
  public static final String COPY = "copy";
  public static final String UNTIL = "until";
  public static final String TABLE = "table";
  public static final String LEVEL = "level";
  public static final String RULE = "rule";
  public static final String COLUMN = "column";
  public static final String VALUE = "value";
  public static final String REASON = "reason";
  public static final String RECORDS = "records";
  public static final String ACCEPTED = "accepted";
  public static final String QUARANTINED = "quarantined";
  public static final String DUPLICATES = "duplicates";
  public static final String SEVERITY = "severity";
  public static final String MESSAGE = "message";
  public static final String FAILING = "failing";
  public static final String CHECKED = "checked";
  public static final String RUN_ID = "run_id";
  public static final String NUMBER = "number";
  public static final String STARTED = "started";
  public static final String ENDED = "ended";
  public static final String STUDY = "study";
  public static final String OUTCOME = "outcome";
  public static final String FINGERPRINT = "fingerprint";
  public static final String MANIFEST = "manifest";
  public static final String STATE = "state";
  public static final String REFUSED = "refused";
  public static final String UNCHANGED = "unchanged";
  public static final String REPLACED = "replaced";
  public static final String WITHDRAWN = "withdrawn";
  public static final String LAST_SEEN = "last_seen";
  public static final String STAMP = "stamp";
  public static final String COLUMNS = "columns";
  public static final String VALUES = "values";

  /**
   * Every record of every export, of all centres, once for as long as deliveries go on bringing it:
   * from its delivery until the one that no longer has it.
   */
  public static final TableDefinition RECORD =
      new TableDefinition(
          "record",
          Layer.BRONZE,
          List.of(CENTER, EXPORT, DELIVERY, SOURCE_FILE, SOURCE_LINE),
          List.of(
              mandatory(CENTER, Kind.TEXT, "the centre"),
              mandatory(EXPORT, Kind.TEXT, "the export of the centre's configuration"),
              mandatory(
                  DELIVERY, Kind.TEXT, "the delivery that brought it, by its date: from then on"),
              mandatory(SOURCE_FILE, Kind.TEXT, "file inside the delivery"),
              mandatory(SOURCE_LINE, Kind.LONG, "physical line of the record's start, from 1"),
              of(CELLS, Kind.TEXT_MAP, "cell by column as delivered; identifying ones hashed"),
              of(DEFECT, Kind.TEXT, "why the record cannot be read, or null"),
              mandatory(
                  CONTENT,
                  Kind.TEXT,
                  "hash of its cells; of a laboratory's file also of the file and the line"),
              of(LINKS, Kind.TEXTS, "its identifiers, hashed: what ties it to other records"),
              mandatory(COPY, Kind.INTEGER, "number among the export's records of this content"),
              of(UNTIL, Kind.TEXT, "the delivery that no longer has it; null: it counts")),
          "a record of a delivered file");

  /** What was taken from landing. */
  public static final TableDefinition DELIVERY_FILE =
      new TableDefinition(
          "delivery_file",
          Layer.BRONZE,
          List.of(CENTER, DELIVERY, SOURCE_FILE),
          List.of(
              mandatory(CENTER, Kind.TEXT, "the centre"),
              mandatory(EXPORT, Kind.TEXT, "the export that it belongs to"),
              mandatory(DELIVERY, Kind.TEXT, "the delivery, by its date"),
              mandatory(SOURCE_FILE, Kind.TEXT, "file inside the delivery"),
              mandatory(FILE_HASH, Kind.TEXT, "SHA-256 of the content"),
              mandatory(BYTES, Kind.LONG, "size"),
              mandatory(FIRST_RUN, Kind.TEXT, "the run that took it"),
              of(COLUMNS, Kind.TEXTS, "its columns; empty when its format has no header")),
          "a delivered file");

  /** What deliveries there were, and whether they count. */
  public static final TableDefinition DELIVERIES =
      new TableDefinition(
          "delivery",
          Layer.BRONZE,
          List.of(CENTER, DELIVERY),
          List.of(
              mandatory(CENTER, Kind.TEXT, "the centre"),
              mandatory(
                  DELIVERY,
                  Kind.TEXT,
                  "the delivery, by its date; a second one of a date ends in .02"),
              levels(
                      STATE,
                      "whether it counts; unchanged: its content is that of the one before; replaced:"
                          + " its files are others by now",
                      ACCEPTED,
                      UNCHANGED,
                      REFUSED,
                      REPLACED,
                      WITHDRAWN)
                  .required(),
              of(REASON, Kind.TEXT, "why it is refused, with the remedy"),
              mandatory(LAST_SEEN, Kind.DAY, "its date; of files directly in landing, theirs"),
              mandatory(FIRST_RUN, Kind.TEXT, "the run that decided it"),
              of(
                  STAMP,
                  Kind.TEXT,
                  "hash of its files' names, sizes and times, and of how they are read")),
          "a delivery of a centre");

  /** How much there is of each centre: what a new delivery is held against. */
  public static final TableDefinition EXTENT =
      new TableDefinition(
          "extent",
          Layer.SILVER,
          List.of(CENTER, TABLE, COLUMN),
          List.of(
              mandatory(CENTER, Kind.TEXT, "the centre"),
              mandatory(TABLE, Kind.TEXT, "a registry table, or record for records as delivered"),
              of(COLUMN, Kind.TEXT, "its column, or the export of records; null for its rows"),
              mandatory(VALUES, Kind.LONG, "rows, or values that are not missing")),
          "how much of a centre there is in a table or a column");

  /** Everything that was not accepted, and why. */
  public static final TableDefinition QUARANTINE =
      new TableDefinition(
          "quarantine",
          Layer.SILVER,
          List.of(),
          List.of(
              mandatory(CENTER, Kind.TEXT, "the centre"),
              mandatory(EXPORT, Kind.TEXT, "the export"),
              mandatory(DELIVERY, Kind.TEXT, "the delivery"),
              mandatory(SOURCE_FILE, Kind.TEXT, "file inside the delivery"),
              mandatory(SOURCE_LINE, Kind.LONG, "physical line of the record's start"),
              of(TABLE, Kind.TEXT, "the silver table it was meant for"),
              levels(LEVEL, "what is withheld", "record", "cell").required(),
              mandatory(RULE, Kind.TEXT, "the rule's name, kebab-case"),
              of(COLUMN, Kind.TEXT, "the column"),
              of(VALUE, Kind.TEXT, "the text as delivered; of an identifier its hash only"),
              mandatory(REASON, Kind.TEXT, "one sentence with the remedy")),
          "a record or a cell that was not accepted, with its reason");

  /** Counts that must agree: records = accepted + quarantined + duplicates. */
  public static final TableDefinition RECONCILIATION =
      new TableDefinition(
          "reconciliation",
          Layer.SILVER,
          List.of(CENTER, EXPORT, DELIVERY, SOURCE_FILE),
          List.of(
              mandatory(CENTER, Kind.TEXT, "the centre"),
              mandatory(EXPORT, Kind.TEXT, "the export"),
              mandatory(DELIVERY, Kind.TEXT, "the delivery"),
              mandatory(SOURCE_FILE, Kind.TEXT, "file inside the delivery"),
              mandatory(RECORDS, Kind.LONG, "records in"),
              mandatory(ACCEPTED, Kind.LONG, "accepted by at least one table"),
              mandatory(QUARANTINED, Kind.LONG, "withheld as a record"),
              mandatory(DUPLICATES, Kind.LONG, "exact copies of an earlier record of the export")),
          "what became of a file's records");

  /** What the study's quality rules found at the centre's current rows. */
  public static final TableDefinition QUALITY =
      new TableDefinition(
          "quality",
          Layer.SILVER,
          List.of(CENTER, RULE),
          List.of(
              mandatory(CENTER, Kind.TEXT, "the centre"),
              mandatory(RULE, Kind.TEXT, "the rule's name, kebab-case"),
              levels(SEVERITY, "what becomes of a failing row: withheld or kept", "reject", "warn")
                  .required(),
              mandatory(TABLE, Kind.TEXT, "the silver table of whose rows it must hold"),
              mandatory(COLUMN, Kind.TEXT, "the column that is blamed"),
              mandatory(MESSAGE, Kind.TEXT, "what is wrong with a failing row, with the remedy"),
              mandatory(FAILING, Kind.LONG, "rows of which it does not hold"),
              mandatory(CHECKED, Kind.LONG, "rows that were held against it")),
          "a quality rule at a centre, with the rows that fail it");

  /** One row a run; the manifest tells the rest. */
  public static final TableDefinition RUN =
      new TableDefinition(
          "run",
          Layer.RUN,
          List.of(RUN_ID),
          List.of(
              mandatory(RUN_ID, Kind.TEXT, "the run, by its start in UTC and four letters"),
              mandatory(STARTED, Kind.INSTANT, "start"),
              mandatory(ENDED, Kind.INSTANT, "end"),
              mandatory(STUDY, Kind.TEXT, "the study"),
              levels(OUTCOME, "how it ended", "done", "nothing to do", REFUSED, "failed")
                  .required(),
              of(FINGERPRINT, Kind.TEXT, "of inputs, configuration and code"),
              mandatory(MANIFEST, Kind.TEXT, "the manifest as JSON"),
              of(
                  NUMBER,
                  Kind.LONG,
                  "greater than that of every run before: a clock may go back; null in runs of before"
                      + " there was one")),
          "a run of the pipeline");

  public static final List<TableDefinition> ALL =
      List.of(RECORD, DELIVERY_FILE, DELIVERIES, QUARANTINE, RECONCILIATION, EXTENT, QUALITY, RUN);

  private Operational() {}
}
