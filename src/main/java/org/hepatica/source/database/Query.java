package org.hepatica.source.database;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hepatica.protocol.Center.Database;

/**
 * The SQL of an export: every column as the database's own text of it, rows in an order that their
 * texts give, so that the same rows make the same file.
 */
final class Query {

  private static final Map<String, String> OF_COUNTERS =
      Map.of("serial", "int4", "bigserial", "int8", "smallserial", "int2");

  private final Database database;
  private final Connection connection;
  private final Map<String, String> types = new LinkedHashMap<>();

  /**
   * Asks for the columns.
   *
   * @throws DatabaseException when two have one name, or the watermark is none of them
   */
  Query(Database database, Connection connection) throws SQLException, DatabaseException {
    this.database = database;
    this.connection = connection;
    try (PreparedStatement statement =
            connection.prepareStatement("select * from " + rows() + " limit 0");
        ResultSet none = statement.executeQuery()) {
      ResultSetMetaData columns = none.getMetaData();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        String name = columns.getColumnLabel(i);
        if (types.put(name, columns.getColumnTypeName(i)) != null) {
          throw new DatabaseException(
              "two columns of the query are called '%s'; name each once".formatted(name));
        }
      }
    }
    Optional<String> watermark = database.watermark();
    if (watermark.isPresent() && !types.containsKey(watermark.get())) {
      throw new DatabaseException(
          "there is no column '%s', which watermark names; there are %s"
              .formatted(watermark.get(), types.keySet()));
    }
  }

  /** The columns in the database's order. */
  Iterable<String> columns() {
    return types.keySet();
  }

  /** What tells this query from another one of the same export. */
  String fingerprint() {
    String text = database.query() + "\0" + database.watermark().orElse("");
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The highest watermark, as the database orders it; empty without one, or without rows. */
  Optional<String> highest() throws SQLException {
    if (database.watermark().isEmpty()) {
      return Optional.empty();
    }
    String sql = "select max(%s)::text from %s".formatted(watermark(), rows());
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet one = statement.executeQuery()) {
      return one.next() ? Optional.ofNullable(one.getString(1)) : Optional.empty();
    }
  }

  /**
   * The rows, all or those at or after a watermark. Rows with an equal one come again, and so do
   * those without any.
   */
  PreparedStatement statement(Optional<String> from) throws SQLException {
    String texts =
        types.keySet().stream()
            .map(name -> text(name) + " as " + quoted(name))
            .collect(Collectors.joining(", "));
    String order =
        types.keySet().stream()
            .map(name -> text(name) + " collate \"C\"")
            .collect(Collectors.joining(", "));
    String where =
        from.isEmpty()
            ? ""
            : " where (%s >= cast(? as %s) or %s is null)"
                .formatted(watermark(), watermarkType(), watermark());
    PreparedStatement statement =
        connection.prepareStatement(
            "select %s from %s%s order by %s".formatted(texts, rows(), where, order));
    if (from.isPresent()) {
      statement.setString(1, from.get());
    }
    statement.setFetchSize(database.fetchSize());
    return statement;
  }

  private String watermarkType() {
    String type = types.get(database.watermark().orElseThrow());
    return OF_COUNTERS.getOrDefault(type, type);
  }

  private String watermark() {
    return "delivered." + quoted(database.watermark().orElseThrow());
  }

  private String rows() {
    return "(" + database.query() + ") as delivered";
  }

  private static String text(String column) {
    return "delivered." + quoted(column) + "::text";
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
