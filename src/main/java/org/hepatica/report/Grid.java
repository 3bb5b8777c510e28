package org.hepatica.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table of the page, as text; a template makes HTML of it.
 *
 * @param caption above the table
 * @param align a letter a column: l or r
 * @param heads header rows from the top; spans of a row add up to the columns
 * @param rows the body
 * @param notes under the table
 */
public record Grid(
    String caption, String align, List<List<Head>> heads, List<Line> rows, List<String> notes) {

  /** A header cell over so many columns. */
  public record Head(String text, int span) {}

  /**
   * A body row.
   *
   * @param style empty; {@code group}, one cell over all columns; {@code indent}; {@code total}
   * @param cells one a column
   */
  public record Line(String style, List<String> cells) {

    /** A plain row. */
    public static Line of(String... cells) {
      return new Line("", List.of(cells));
    }

    static Line of(List<String> cells) {
      return new Line("", List.copyOf(cells));
    }

    /** A row of a style. */
    public static Line styled(String style, List<String> cells) {
      return new Line(style, List.copyOf(cells));
    }

    private boolean has(int column) {
      return column < cells.size() && !cells.get(column).isEmpty();
    }

    private Line only(int[] kept) {
      return style.equals("group") ? this : new Line(style, pick(cells, kept));
    }

    /** A heading over the rows below it. */
    public static Line group(String text) {
      return new Line("group", List.of(text));
    }
  }

  /** Keeps the lists unchangeable. */
  public Grid {
    heads = List.copyOf(heads);
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
  }

  /** A table with one header row; a column without any text in its body is left out. */
  public static Grid of(String caption, String align, List<String> head, List<Line> rows) {
    int[] kept =
        IntStream.range(0, head.size())
            .filter(i -> i == 0 || rows.stream().anyMatch(row -> row.has(i)))
            .toArray();
    String letters =
        Arrays.stream(kept).mapToObj(i -> align.substring(i, i + 1)).collect(Collectors.joining());
    List<Line> lines = rows.stream().map(row -> row.only(kept)).toList();
    return new Grid(caption, letters, List.of(heads(pick(head, kept))), lines, List.of());
  }

  private static List<String> pick(List<String> texts, int[] kept) {
    return Arrays.stream(kept).mapToObj(texts::get).toList();
  }

  /** The same with notes under it. */
  public Grid withNotes(List<String> more) {
    return new Grid(caption, align, heads, rows, more);
  }

  static List<Head> heads(List<String> texts) {
    return texts.stream().map(text -> new Head(text, 1)).toList();
  }
}
