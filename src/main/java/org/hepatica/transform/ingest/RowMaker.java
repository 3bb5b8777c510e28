package org.hepatica.transform.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.hepatica.quality.Issue;
import org.hepatica.quality.Reconciliation;
import org.hepatica.quality.Rules;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;

/**
 * A drafted record to what becomes of it: a row or an issue for every table that it is meant for.
 */
final class RowMaker implements FlatMapFunction<Row, Row> {

  private static final long serialVersionUID = 1L;

  private final List<MappingPlan> plans;
  private final Map<String, Set<String>> lookups;
  private final Map<String, Set<String>> foreign;

  /**
   * A maker.
   *
   * @param plans by the drafts' mapping number
   * @param lookups exports by centre that are only joined: their records are accepted as they are
   * @param foreign exports by centre whose records are another transformation's to account for
   */
  RowMaker(
      List<MappingPlan> plans, Map<String, Set<String>> lookups, Map<String, Set<String>> foreign) {
    this.plans = List.copyOf(plans);
    this.lookups = new HashMap<>(lookups);
    this.foreign = new HashMap<>(foreign);
  }

  @Override
  public Iterator<Row> call(Row record) {
    List<Row> rows = new ArrayList<>();
    String defect = record.getAs(Operational.DEFECT);
    if (isIn(foreign, record) && (defect != null || isCopy(record))) {
      return rows.iterator();
    }
    if (defect != null) {
      rows.add(Judged.withheld(record, null, List.of(issue(defect))));
    } else if (isCopy(record)) {
      rows.add(Judged.without(record, Reconciliation.DUPLICATE));
    } else if (isIn(lookups, record)) {
      rows.add(Judged.without(record, Reconciliation.ACCEPTED));
    } else {
      rows(record, rows);
    }
    return rows.iterator();
  }

  private static boolean isCopy(Row record) {
    return record.<Integer>getAs(Operational.COPY) > 1;
  }

  private void rows(Row record, List<Row> rows) {
    List<Row> drafts =
        record.isNullAt(record.fieldIndex(Drafts.DRAFTS))
            ? List.of()
            : record.getList(record.fieldIndex(Drafts.DRAFTS));
    for (Row draft : drafts) {
      if (draft != null) {
        row(record, draft, rows);
      }
    }
    if (rows.isEmpty() && !isIn(foreign, record)) {
      rows.add(
          Judged.withheld(
              record,
              null,
              List.of(
                  Issue.record(
                      Rules.UNMAPPED,
                      "no mapping takes the record, or all that it would take is missing; widen a 'where' of the centre's file"))));
    }
  }

  private void row(Row record, Row draft, List<Row> rows) {
    MappingPlan plan = plans.get(draft.<Integer>getAs(Drafts.MAPPING));
    if (draft.<Boolean>getAs(Drafts.FAILED)) {
      rows.add(
          Judged.withheld(
              record,
              plan.table(),
              List.of(
                  Issue.record(
                      Rules.BAD_CONDITION,
                      "a 'where' of the mapping fails on the record; make its SQL allow bad values"))));
      return;
    }
    MappingPlan.GroupPlan group = plan.groups().get(draft.<Integer>getAs(Drafts.GROUP));
    List<String> texts = draft.getList(draft.fieldIndex(Drafts.TEXTS));
    if (!isEmpty(group, texts)) {
      rows.add(new DraftedRow(plan, group, texts).judged(record, draft, rows.size()));
    }
  }

  private static boolean isEmpty(MappingPlan.GroupPlan group, List<String> texts) {
    return !group.own().isEmpty()
        && group.columns().stream()
            .filter(column -> group.own().contains(column.text()))
            .allMatch(
                column -> CellReader.clean(texts.get(column.text()), column.missing()) == null);
  }

  private static boolean isIn(Map<String, Set<String>> exports, Row record) {
    return exports
        .getOrDefault(record.<String>getAs(Registry.CENTER), Set.of())
        .contains(record.<String>getAs(Operational.EXPORT));
  }

  /** A defect reads {@code rule: reason}. */
  private static Issue issue(String defect) {
    int colon = defect.indexOf(": ");
    String rule = colon < 0 ? "" : defect.substring(0, colon);
    return rule.matches("[a-z][a-z0-9-]*")
        ? Issue.record(rule, defect.substring(colon + 2))
        : Issue.record(Rules.UNREADABLE, defect);
  }
}
