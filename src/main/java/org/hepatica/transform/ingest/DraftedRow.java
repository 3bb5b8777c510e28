package org.hepatica.transform.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.hepatica.quality.Issue;
import org.hepatica.quality.Rules;
import org.hepatica.table.Registry;

/** The texts of one row, read by their plans: values under the table's columns, and issues. */
final class DraftedRow {

  private final MappingPlan plan;
  private final Map<String, String> values = new HashMap<>();
  private final List<Issue> cells = new ArrayList<>();
  private final List<Issue> withheld = new ArrayList<>();

  DraftedRow(MappingPlan plan, MappingPlan.GroupPlan group, List<String> texts) {
    this.plan = plan;
    for (ColumnPlan column : group.columns()) {
      take(column, CellReader.read(column, texts), texts.get(column.text()));
    }
    if (plan.table().equals(Registry.DELIVERED.name())) {
      readyMade();
    }
  }

  private void readyMade() {
    String value = values.get(Registry.VALUE);
    ReadyMade.fault(values.get(Registry.VARIABLE), value)
        .ifPresent(
            fault -> {
              cells.add(new Issue(Issue.CELL, Rules.BAD_VALUE, Registry.VALUE, value, fault));
              values.put(Registry.VALUE, null);
            });
  }

  /** The row with its fate so far; whether it stands under its key is decided among all rows. */
  Row judged(Row record, Row draft, int ordinal) {
    if (!withheld.isEmpty()) {
      return Judged.withheld(record, plan.table(), withheld);
    }
    int order = draft.<Integer>getAs(Drafts.MAPPING) * 1000 + ordinal;
    return Judged.row(record, plan.table(), order, key(), stored(), cells);
  }

  private void take(ColumnPlan column, Cell cell, String text) {
    if (cell.fault() != null) {
      bad(column, cell.fault(), text);
    } else if (cell.value() == null && column.needed()) {
      withheld.add(
          new Issue(
              Issue.RECORD,
              Rules.MISSING_VALUE,
              column.name(),
              null,
              "%s is mandatory and empty; have the centre complete it".formatted(column.name())));
    }
    values.put(column.name(), cell.value());
    if (column.kind().companionSuffix() != null) {
      values.put(column.name() + column.kind().companionSuffix(), cell.companion());
    }
  }

  private void bad(ColumnPlan column, String fault, String text) {
    String value = text.charAt(0) == CellReader.FAILED ? text.substring(1) : text;
    boolean whole = column.needed() || column.key();
    Issue issue =
        new Issue(whole ? Issue.RECORD : Issue.CELL, Rules.BAD_VALUE, column.name(), value, fault);
    (whole ? withheld : cells).add(issue);
  }

  private String key() {
    StringBuilder key = new StringBuilder();
    for (String column : plan.key()) {
      String value = values.get(column);
      key.append(value == null ? "\2" : value).append('\1');
    }
    return key.toString();
  }

  private List<String> stored() {
    List<String> stored = new ArrayList<>(plan.columns().size());
    for (String column : plan.columns()) {
      stored.add(values.get(column));
    }
    return stored;
  }
}
