package org.hepatica.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hepatica.protocol.Study;

/** The study's words for the names in result rows; an unknown name stands for itself. */
public final class Labels {

  static final String ALL = "all";
  private static final String JOIN = "+";

  private final Study study;

  /** The words of a study. */
  public Labels(Study study) {
    this.study = study;
  }

  /** An endpoint. */
  public String endpoint(String name) {
    Study.Endpoint endpoint = study.endpoints().get(name);
    return endpoint == null ? name : endpoint.label();
  }

  /** The groupings, joined; empty for everybody. */
  public String by(String by) {
    return names(by).stream()
        .map(name -> study.groupings().get(name))
        .map(grouping -> grouping == null ? by : grouping.label())
        .collect(Collectors.joining(", "));
  }

  /** A group of groupings: {@code wild-type, HAI}. */
  public String group(String by, String group) {
    if (by.isEmpty() || group.equals(ALL)) {
      return "All patients";
    }
    List<String> names = names(by);
    List<String> levels = names.size() == 1 ? List.of(group) : split(group);
    if (levels.size() != names.size()) {
      return group;
    }
    List<String> words = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      words.add(level(names.get(i), levels.get(i)));
    }
    return String.join(", ", words);
  }

  private String level(String grouping, String level) {
    Study.Grouping found = study.groupings().get(grouping);
    Map<String, String> levels = found == null ? Map.of() : found.levels();
    return levels.getOrDefault(level, level);
  }

  /** A subgroup such as {@code kras=WT}, in words; empty is everybody. */
  public String within(String within) {
    if (within.isEmpty()) {
      return "All patients";
    }
    int equals = within.indexOf('=');
    if (equals < 0) {
      return within;
    }
    String grouping = within.substring(0, equals);
    return by(grouping) + ": " + level(grouping, within.substring(equals + 1));
  }

  /** A covariate, or covariates that interact. */
  public String term(String term) {
    return Arrays.stream(term.split(":"))
        .map(t -> study.covariates().containsKey(t) ? study.covariates().get(t).label() : t)
        .collect(Collectors.joining(" × "));
  }

  /** A sentence with covariates' labels for their names. */
  String inWords(String sentence) {
    String words = sentence;
    for (Study.Covariate covariate : study.covariates().values()) {
      String name = "\\b" + Pattern.quote(covariate.name()) + "\\b";
      words = words.replaceAll(name, Matcher.quoteReplacement(covariate.label()));
    }
    return words;
  }

  /** What a hazard ratio compares: a level with the reference, yes with no, or a unit. */
  public String coding(String term, String level) {
    Study.Covariate covariate = study.covariates().get(term);
    if (covariate == null) {
      return level;
    }
    if (!covariate.unit().isEmpty()) {
      return covariate.unit().replaceFirst("^an? ", "per ");
    }
    if (covariate.levels().size() > 1) {
      return level + " vs " + covariate.levels().get(0);
    }
    return "yes vs no";
  }

  /** Groups in the order of the study's levels; unknown ones last, by name. */
  Comparator<String> order(String by) {
    List<String> known = crossed(names(by));
    return Comparator.<String>comparingInt(
            group -> known.contains(group) ? known.indexOf(group) : known.size())
        .thenComparing(Comparator.naturalOrder());
  }

  private List<String> crossed(List<String> names) {
    List<String> groups = List.of("");
    for (String name : names) {
      Study.Grouping grouping = study.groupings().get(name);
      List<String> levels = grouping == null ? List.of() : List.copyOf(grouping.levels().keySet());
      groups =
          groups.stream()
              .flatMap(g -> levels.stream().map(l -> g.isEmpty() ? l : g + JOIN + l))
              .toList();
    }
    return groups;
  }

  private static List<String> names(String by) {
    return by.isEmpty() ? List.of() : split(by);
  }

  private static List<String> split(String joined) {
    return Arrays.asList(joined.split("\\+"));
  }
}
