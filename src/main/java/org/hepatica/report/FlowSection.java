package org.hepatica.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hepatica.protocol.Study;
import org.hepatica.report.figure.FlowFigure;
import org.hepatica.table.Gold;
import org.hepatica.table.Results;

/** Who is in the study and who is not. */
final class FlowSection {

  private FlowSection() {}

  static Optional<Section> of(ReportInput input) {
    List<TidyRow> flow = TidyRow.sorted(input.rows(Gold.COHORT_FLOW), Gold.STEP);
    if (flow.isEmpty()) {
      return Optional.empty();
    }
    FlowFigure figure =
        new FlowFigure(
            "flow", "Flow of patients", steps(flow, marking(input.study())), groups(input));
    return Optional.of(Section.of("flow", "Patients", List.of(figure), List.of()));
  }

  private static Set<String> marking(Study study) {
    return study.eligibility().stream()
        .filter(Study.Rule::marks)
        .map(Study.Rule::id)
        .collect(Collectors.toSet());
  }

  private static List<FlowFigure.Step> steps(List<TidyRow> flow, Set<String> marking) {
    List<FlowFigure.Step> steps = new ArrayList<>();
    if (flow.get(0).count(Gold.N_EXCLUDED) > 0) {
      steps.add(new FlowFigure.Step("Patients delivered", flow.get(0).count(Gold.N_IN), 0, false));
    }
    for (TidyRow row : flow) {
      steps.add(
          new FlowFigure.Step(
              row.text(Gold.LABEL),
              row.count(Gold.N_OUT),
              row.count(Gold.N_EXCLUDED),
              marking.contains(row.text(Gold.RULE_ID))));
    }
    return steps;
  }

  /** The groups of Table 1, counted there. */
  private static List<FlowFigure.Group> groups(ReportInput input) {
    String by = input.study().table1().map(Study.Table1::by).orElse("");
    Labels labels = new Labels(input.study());
    Map<String, Long> counts = new LinkedHashMap<>();
    input.rows(Results.TABLE1).stream()
        .filter(row -> !row.is(Results.GROUP, Labels.ALL))
        .forEach(
            row ->
                counts.putIfAbsent(
                    row.text(Results.GROUP), row.count(Results.N) + row.count(Results.MISSING)));
    return counts.keySet().stream()
        .sorted(labels.order(by))
        .map(group -> new FlowFigure.Group(labels.group(by, group), counts.get(group)))
        .toList();
  }
}
