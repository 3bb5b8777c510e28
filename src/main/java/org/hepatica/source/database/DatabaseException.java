package org.hepatica.source.database;

import java.sql.SQLException;
import java.util.Optional;
import org.hepatica.protocol.Center.Database;

/**
 * A database that cannot be read; the message says why and what to do about it, and has neither a
 * password nor a value of a row, which what a database says may quote.
 */
final class DatabaseException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Classes of SQLSTATE whose messages are of names, not of values. */
  private static final String OF_NAMES = "3D|3F|42";

  DatabaseException(String message) {
    super(message);
  }

  /** What a database refused. */
  static DatabaseException of(SQLException e, Database database) {
    String where = database.url().replaceFirst("\\?.*", "");
    String state = Optional.ofNullable(e.getSQLState()).orElse("");
    String kind = state.length() < 2 ? "" : state.substring(0, 2);
    return new DatabaseException(
        switch (kind) {
          case "08", "57" ->
              "the database %s cannot be reached (SQLSTATE %s); see that it runs and that url is right"
                  .formatted(where, state);
          case "28" ->
              "the database %s refuses user %s (SQLSTATE %s); see that user and password are right"
                  .formatted(where, database.user(), state);
          default ->
              "the database %s refuses the query%s (SQLSTATE %s); correct the export's table, query or watermark, or its rights there"
                  .formatted(where, said(e, kind), state);
        });
  }

  private static String said(SQLException e, String kind) {
    return kind.matches(OF_NAMES) && e.getMessage() != null
        ? ": " + e.getMessage().lines().findFirst().orElse("")
        : "";
  }
}
