package org.hepatica.formula;

/** A formula that cannot be used: says what is wrong, shows where, and tells what to write. */
public final class FormulaException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final transient Span span;

  private FormulaException(String message, Span span) {
    super(message);
    this.span = span;
  }

  static FormulaException at(String source, Span span, String problem, String remedy) {
    int width = Math.max(1, span.end() - span.start());
    String shown = source.replaceAll("\\s", " ");
    String caret = " ".repeat(span.start()) + "^".repeat(width);
    return new FormulaException(
        "%s%n  %s%n  %s%n%s".formatted(problem, shown, caret, remedy), span);
  }

  /** The place in the formula's text. */
  public Span span() {
    return span;
  }
}
