package org.hepatica.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hepatica.protocol.Study;

/** The conventions that a reader needs to read the page; only those that the study uses. */
final class MethodsSection {

  private MethodsSection() {}

  static Optional<Section> of(ReportInput input) {
    Study study = input.study();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("endpoints", endpoints(study));
    facts.put("confidenceType", study.confidenceType());
    facts.put("models", !study.models().isEmpty());
    facts.put("interaction", study.analyses().stream().anyMatch(a -> a.interaction().isPresent()));
    facts.put("table1", study.table1().isPresent());
    facts.put("followUp", study.followUpEndpoint().isPresent());
    facts.put("margins", String.join(" or ", study.indexOperation().margins()));
    facts.put("completingStage", study.indexOperation().twoStage().equals("completing-stage"));
    study.period().ifPresent(p -> facts.put("period", p.from() + " to " + p.to()));
    study.dataCutOff().ifPresent(d -> facts.put("cutOff", d.toString()));
    study.exposure().ifPresent(e -> facts.put("exposure", e));
    study.score().ifPresent(s -> facts.put("score", s));
    study.gene().ifPresent(g -> facts.put("gene", g));
    study
        .recurrenceSites()
        .ifPresent(
            sites -> {
              facts.put("recurrenceWindow", sites.windowDays());
              facts.put("recurrenceOrder", String.join(", then ", sites.order()));
            });
    return Optional.of(Section.of("methods", "Methods", List.of(), List.of()).with(facts));
  }

  private static List<String> endpoints(Study study) {
    return study.endpoints().values().stream().map(MethodsSection::endpoint).toList();
  }

  private static String endpoint(Study.Endpoint endpoint) {
    String text = endpoint.label() + ": " + words(endpoint.event());
    return endpoint.competing().isEmpty()
        ? text
        : text + ", with " + words(endpoint.competing()) + " as a competing event";
  }

  private static String words(List<String> events) {
    return events.stream().map(e -> e.replace('-', ' ')).collect(Collectors.joining(" or "));
  }
}
