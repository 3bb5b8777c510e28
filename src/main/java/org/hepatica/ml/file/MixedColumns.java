package org.hepatica.ml.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The columns of a text file that one bad cell, or some, make texts: whoever needs their numbers is
 * told which cell it is.
 */
public final class MixedColumns {

  private static final int MOST_SHOWN = 20;

  /** A category has fewer values. */
  private static final int FEW_VALUES = 20;

  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.]*");
  private static final Pattern PLAIN_CELL = Pattern.compile("[^,'\"\\s]+");

  private final List<MixedColumn> columns;
  private final ColumnCells cells;
  private final List<String> missing;

  MixedColumns(List<MixedColumn> columns, ColumnCells cells, List<String> missing) {
    this.columns = List.copyOf(columns);
    this.cells = cells;
    this.missing = missing;
  }

  /** Of a table whose columns have types of their own. */
  static MixedColumns none() {
    return new MixedColumns(List.of(), null, List.of());
  }

  /**
   * Refuses columns that must be of numbers, or of truth values, and nearly are.
   *
   * @param needed their names; of others nothing is said
   * @throws DataFileException that names the first cell that keeps one from it
   */
  public void refuseNeeded(Collection<String> needed) {
    columns.stream().filter(column -> needed.contains(column.name())).forEach(this::refuseNeeded);
  }

  /**
   * Refuses columns that would become factors of hundreds of levels because of a few cells: more
   * than 90 % of their cells are numbers, and more than 20 different ones.
   *
   * @param covariates their names; of others nothing is said
   * @throws DataFileException that names the first cell that is no number
   */
  public void refuseCovariates(Collection<String> covariates) {
    columns.stream()
        .filter(column -> covariates.contains(column.name()))
        .filter(MixedColumn::isNearlyOfNumbers)
        .filter(this::hasManyValues)
        .forEach(this::refuseCovariate);
  }

  private void refuseNeeded(MixedColumn column) {
    ColumnCells.Cell cell = other(column);
    throw new DataFileException(
        "%s, line %d: column %s must be of numbers, and its cell %s is %s%s: correct it, or say that it stands for missing: --na %s"
            .formatted(
                cell.file(),
                cell.line(),
                column.name(),
                column.isMostlyFitting() ? shown(cell.text()) : "there",
                column.ofNumbers() ? "none" : "neither that nor TRUE or FALSE",
                column.others() == 1 ? "" : ", the first of " + column.others(),
                column.isMostlyFitting() ? asMissing(cell.text()) : "TEXT"));
  }

  private void refuseCovariate(MixedColumn column) {
    ColumnCells.Cell cell = other(column);
    String name = column.name();
    throw new DataFileException(
        "%s, line %d: column %s has numbers in %d of %d cells, but its cell %s is none, which would make a factor of it with a level for each number: correct it, say that it stands for missing: --na %s, or write factor(%s)"
            .formatted(
                cell.file(),
                cell.line(),
                name,
                column.fitting(),
                column.cells(),
                shown(cell.text()),
                asMissing(cell.text()),
                PLAIN_NAME.matcher(name).matches() ? name : "`" + name + "`"));
  }

  private ColumnCells.Cell other(MixedColumn column) {
    List<ColumnCells.Cell> found = new ArrayList<>();
    look(
        column,
        cell -> {
          if (!column.fits(cell.text())) {
            found.add(cell);
          }
          return found.isEmpty();
        });
    return found.stream()
        .findFirst()
        .orElseThrow(
            () -> new DataFileException("the file changed while it was read: read it again"));
  }

  private boolean hasManyValues(MixedColumn column) {
    Set<String> values = new HashSet<>();
    look(
        column,
        cell -> {
          if (column.fits(cell.text())) {
            values.add(cell.text());
          }
          return values.size() <= FEW_VALUES;
        });
    return values.size() > FEW_VALUES;
  }

  private void look(MixedColumn column, ColumnCells.Visitor visitor) {
    try {
      cells.visit(column.place(), visitor);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String shown(String cell) {
    String cut =
        cell.codePointCount(0, cell.length()) <= MOST_SHOWN
            ? cell
            : cell.substring(0, cell.offsetByCodePoints(0, MOST_SHOWN)) + "\u2026";
    return "'" + cut.replaceAll("\\s", " ") + "'";
  }

  /** The texts that stand for missing with one more; the option replaces those there were. */
  private String asMissing(String cell) {
    boolean plain = cell.length() <= MOST_SHOWN && PLAIN_CELL.matcher(cell).matches();
    return String.join(",", missing) + (plain ? "," + cell : ",...");
  }
}
