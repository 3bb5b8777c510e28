package org.hepatica.table;

import static org.hepatica.table.Column.mandatory;

import java.util.List;

/** What maintenance must leave, and who must stay out. */
public final class Keeping {

  public static final String KEPT = "kept";
  public static final String SINCE = "since";

  /** Of a run the newest row counts. */
  public static final TableDefinition KEPT_RUN =
      new TableDefinition(
          "kept_run",
          Layer.RUN,
          List.of(Operational.RUN_ID, SINCE),
          List.of(
              mandatory(Operational.RUN_ID, Kind.TEXT, "the run"),
              mandatory(KEPT, Kind.BOOLEAN, "whether its tables are kept, however old"),
              mandatory(SINCE, Kind.INSTANT, "since when")),
          "a run that was kept or let go");

  public static final String IDENTIFIER = "identifier";
  public static final String PERSON = "person";
  public static final String IS_OUT = "is_out";

  /**
   * Of an identifier the newest row counts. It lies among the runs, whose tables no recovery takes
   * back: a night that is killed lets nobody in.
   */
  public static final TableDefinition ERASED =
      new TableDefinition(
          "erased",
          Layer.RUN,
          List.of(Registry.CENTER, IDENTIFIER, SINCE),
          List.of(
              mandatory(Registry.CENTER, Kind.TEXT, "the centre"),
              mandatory(IDENTIFIER, Kind.TEXT, "hash of an identifier of the person"),
              mandatory(PERSON, Kind.TEXT, "hash of the identifier by which the person was named"),
              mandatory(IS_OUT, Kind.BOOLEAN, "whether records that have it are kept out"),
              mandatory(SINCE, Kind.INSTANT, "since when"),
              mandatory(Operational.RUN_ID, Kind.TEXT, "the run that noted it")),
          "an identifier of an erased person, or of one who was readmitted");

  public static final List<TableDefinition> ALL = List.of(KEPT_RUN, ERASED);

  private Keeping() {}
}
