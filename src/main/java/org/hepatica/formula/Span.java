package org.hepatica.formula;

/**
 * A place in a formula's text.
 *
 * @param start the first character, counted from 0
 * @param end the one after the last
 */
public record Span(int start, int end) {

  Span to(Span last) {
    return new Span(start, last.end);
  }

  String of(String source) {
    return source.substring(start, end);
  }
}
