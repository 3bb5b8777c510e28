package org.hepatica.transform.ingest;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Delivered texts to cells, by the kind of their column. */
final class CellReader {

  /** Starts a text that stands for SQL that failed; what it was given follows. */
  static final char FAILED = '\0';

  private static final Set<String> TRUE = Set.of("true", "1", "yes", "y");
  private static final Set<String> FALSE = Set.of("false", "0", "no", "n");

  private CellReader() {}

  /** The cell of a column from a draft's texts. */
  static Cell read(ColumnPlan plan, List<String> texts) {
    String text = clean(texts.get(plan.text()), plan.missing());
    if (text == null) {
      return Cell.MISSING;
    }
    if (text.charAt(0) == FAILED) {
      return Cell.bad(
          "the SQL of the mapping fails on it; correct it at the centre or make the SQL allow it");
    }
    if (!plan.codes().isEmpty()) {
      String level = plan.codes().get(spaced(text));
      if (level == null) {
        return Cell.bad(
            "not among the codes %s; add it to codes or to missing".formatted(codes(plan)));
      }
      text = level;
    }
    return byKind(plan, text, texts);
  }

  /** A text as mappings see it: stripped, null when it means missing. */
  static String clean(String text, List<String> missing) {
    if (text == null) {
      return null;
    }
    boolean failed = !text.isEmpty() && text.charAt(0) == FAILED;
    String stripped = failed ? text : text.strip();
    return stripped.isEmpty() || missing.contains(stripped) ? null : stripped;
  }

  private static Cell byKind(ColumnPlan plan, String text, List<String> texts) {
    return switch (plan.kind()) {
      case INTEGER, LONG -> integer(plan, text);
      case NUMBER -> number(plan, text);
      case BOOLEAN -> truth(text);
      case DATE, DAY -> date(plan, text, texts);
      case QUANTITY -> quantity(plan, text, texts);
      default -> text(plan, text);
    };
  }

  private static Cell text(ColumnPlan plan, String text) {
    if (plan.levels().isEmpty()) {
      return Cell.of(text);
    }
    String level = spaced(text);
    return plan.levels().contains(level)
        ? Cell.of(level)
        : Cell.bad("not one of %s; add it to codes".formatted(plan.levels()));
  }

  /** A level or a code as it is written, where a spreadsheet has a space that does not break. */
  private static String spaced(String text) {
    return text.replace('\u00A0', ' ').replace('\u202F', ' ');
  }

  /** Whether a text is true or false. */
  static boolean isTruth(String text) {
    return truth(text).fault() == null;
  }

  private static Cell truth(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (TRUE.contains(lower)) {
      return Cell.of("true");
    }
    return FALSE.contains(lower)
        ? Cell.of("false")
        : Cell.bad("neither true nor false; give its meaning in codes");
  }

  private static Cell integer(ColumnPlan plan, String text) {
    return scaled(plan, text)
        .map(number -> plan.counted() ? Units.days(number) : number)
        .flatMap(Numbers::whole)
        .map(whole -> Cell.of(whole.toString()))
        .orElseGet(() -> Cell.bad("no whole number; correct it at the centre"));
  }

  private static Cell number(ColumnPlan plan, String text) {
    return scaled(plan, text)
        .map(number -> Cell.of(Double.toString(number.doubleValue())))
        .orElseGet(() -> Cell.bad("no number; correct it at the centre"));
  }

  private static Optional<BigDecimal> scaled(ColumnPlan plan, String text) {
    String bare =
        plan.percent() && text.endsWith("%") ? text.substring(0, text.length() - 1) : text;
    return Numbers.parse(bare.strip(), plan.decimal())
        .map(number -> number.multiply(plan.factor()));
  }

  private static Cell quantity(ColumnPlan plan, String text, List<String> texts) {
    String qualifier = null;
    String rest = text;
    if (text.charAt(0) == '<' || text.charAt(0) == '>') {
      qualifier = text.substring(0, 1);
      rest = text.substring(text.startsWith("=", 1) ? 2 : 1).strip();
    }
    if (plan.qualifier() >= 0) {
      String own = clean(texts.get(plan.qualifier()), plan.missing());
      if (own != null && !own.equals("=") && !own.equals("<") && !own.equals(">")) {
        return Cell.bad("its qualifier is neither <, > nor =; correct it at the centre");
      }
      qualifier = own == null || own.equals("=") ? qualifier : own;
    }
    String found = qualifier;
    return scaled(plan, rest)
        .map(number -> Cell.of(Double.toString(number.doubleValue()), found))
        .orElseGet(
            () -> Cell.bad("no quantity such as 12.5, <0.5 or >1000; correct it at the centre"));
  }

  private static Cell date(ColumnPlan plan, String text, List<String> texts) {
    Optional<Dates.Dated> origin = Optional.empty();
    if (plan.origin() != null) {
      String from = clean(texts.get(plan.origin().text()), plan.origin().missing());
      origin =
          Optional.ofNullable(from)
              .flatMap(
                  t -> Dates.parse(t, plan.origin().formats(), Optional.empty(), plan.decimal()));
      if (origin.isEmpty()) {
        return Cell.bad(
            "the date from which it counts is missing or bad; correct that at the centre");
      }
    }
    return Dates.parse(text, plan.formats(), origin, plan.decimal())
        .map(date -> Cell.of(date.day().toString(), date.precision()))
        .orElseGet(
            () ->
                Cell.bad(
                    "no date by %s; correct it at the centre or add its format"
                        .formatted(plan.formats())));
  }

  private static List<String> codes(ColumnPlan plan) {
    return plan.codes().keySet().stream().sorted().toList();
  }
}
