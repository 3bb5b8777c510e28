package org.hepatica.table;

import static org.hepatica.table.Column.mandatory;

import java.util.List;

/** What maintenance must leave. */
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

  public static final List<TableDefinition> ALL = List.of(KEPT_RUN);

  private Keeping() {}
}
