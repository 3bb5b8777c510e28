package org.hepatica.source.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.hepatica.protocol.Center;
import org.hepatica.protocol.Center.Export;

/**
 * Reads the databases of centres into landing: of each export that has one {@code
 * <landing>/<center>/<date>/<export>.parquet}, which is there whole or not at all.
 */
public final class Extraction {

  /** Whether a file's content was accepted as a delivery of an export. */
  public interface Accepted {

    /** Nothing was accepted yet. */
    Accepted NOTHING = (export, date, file) -> false;

    /** Of an export and its file of a date in landing. */
    boolean is(Export export, LocalDate date, Path file) throws IOException;
  }

  /** Whether a row is not even to reach landing. */
  public interface KeptOut {

    /** Nobody. */
    KeptOut NOBODY = (export, column, text) -> false;

    /** By one of its cells, as the database writes it. */
    boolean is(Export export, String column, String text);
  }

  private final Center center;
  private final Connections connections = new Connections();
  private final List<String> problems = new ArrayList<>();

  private Extraction(Center center) {
    this.center = center;
  }

  /** Whether a centre is read from a database. */
  public static boolean concerns(Center center) {
    return !exports(center).isEmpty();
  }

  /**
   * Writes a centre's extracts of a day. One of the same rows as before is the same file. Where the
   * export has a watermark, rows before that of the newest accepted extract are left out.
   *
   * @return why an export cannot be read, a line each, without a password or a value; none when all
   *     are written
   */
  public static List<String> write(Path landing, Center center, LocalDate day, Accepted accepted) {
    return write(landing, center, day, accepted, KeptOut.NOBODY);
  }

  /** The same without the rows of persons who are kept out. */
  public static List<String> write(
      Path landing, Center center, LocalDate day, Accepted accepted, KeptOut keptOut) {
    Extraction extraction = new Extraction(center);
    Path folder = landing.resolve(center.name());
    Map<Extracts, Path> whole = new LinkedHashMap<>();
    extraction.each(
        (export, query) -> {
          Extracts extracts = new Extracts(folder, export);
          whole.put(
              extracts,
              written(query, extracts, day, accepted, (c, t) -> keptOut.is(export, c, t)));
        });
    extraction.put(whole);
    return extraction.problems;
  }

  /**
   * The columns of a centre's exports that have a database, by export; nothing is written.
   *
   * @param problems takes why an export cannot be read
   */
  public static Map<String, List<String>> columns(Center center, List<String> problems) {
    Extraction extraction = new Extraction(center);
    Map<String, List<String>> columns = new HashMap<>();
    extraction.each(
        (export, query) -> {
          List<String> names = new ArrayList<>();
          query.columns().forEach(names::add);
          columns.put(export.name(), names);
        });
    problems.addAll(extraction.problems);
    return columns;
  }

  private static List<Export> exports(Center center) {
    return center.exports().values().stream().filter(e -> e.database().isPresent()).toList();
  }

  private interface Task {
    void run(Export export, Query query) throws SQLException, DatabaseException, IOException;
  }

  private void each(Task task) {
    try (connections) {
      for (Export export : exports(center)) {
        Center.Database database = export.database().orElseThrow();
        try {
          task.run(export, new Query(database, connections.to(database)));
        } catch (SQLException e) {
          problem(export, DatabaseException.of(e, database).getMessage());
          connections.drop(database);
        } catch (DatabaseException e) {
          problem(export, e.getMessage());
        } catch (IOException e) {
          problem(export, "its extract cannot be written into landing (%s)".formatted(e));
        }
      }
    }
  }

  private void problem(Export export, String what) {
    problems.add("centre %s, export %s: %s".formatted(center.name(), export.name(), what));
  }

  /** Of a centre all extracts count or none: they are of one moment. */
  private void put(Map<Extracts, Path> whole) {
    try {
      for (Map.Entry<Extracts, Path> extract : whole.entrySet()) {
        if (problems.isEmpty()) {
          extract.getKey().put(extract.getValue());
        } else {
          Files.deleteIfExists(extract.getValue());
        }
      }
    } catch (IOException e) {
      problems.add(
          "centre %s: an extract cannot be put into landing (%s)".formatted(center.name(), e));
    }
  }

  private static Path written(
      Query query,
      Extracts extracts,
      LocalDate day,
      Accepted accepted,
      BiPredicate<String, String> keptOut)
      throws SQLException, IOException {
    String fingerprint = query.fingerprint();
    Optional<String> highest = query.highest();
    Optional<String> from =
        highest.isPresent() ? extracts.watermark(fingerprint, day, accepted) : Optional.empty();
    Map<String, String> notes = new HashMap<>(Map.of(Extracts.QUERY, fingerprint));
    highest.ifPresent(mark -> notes.put(Extracts.WATERMARK, mark));
    Path file = extracts.unfinished(day);
    try (PreparedStatement statement = query.statement(from);
        ResultSet rows = statement.executeQuery()) {
      TextFile.write(file, query.columns(), rows, notes, keptOut);
      return file;
    } catch (SQLException | IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }
}
