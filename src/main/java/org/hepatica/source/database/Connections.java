package org.hepatica.source.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.hepatica.protocol.Center.Database;

/**
 * Connections of one extraction. Exports of one database and user share one, and with it a
 * transaction that reads only and sees one moment: no lesion of a patient who came in between.
 */
final class Connections implements AutoCloseable {

  /** How values become texts, whatever the server prefers. */
  private static final List<String> SETTINGS =
      List.of(
          "set local DateStyle = 'ISO, YMD'",
          "set local TimeZone = 'UTC'",
          "set local IntervalStyle = 'iso_8601'",
          "set local bytea_output = 'hex'",
          "set local extra_float_digits = 1");

  private static final String SECONDS_TO_CONNECT = "20";
  private static final String SECONDS_OF_SILENCE = "3600";

  private final Map<List<Object>, Connection> open = new HashMap<>();

  /** The connection of a database. */
  Connection to(Database database) throws SQLException, DatabaseException {
    List<Object> key = List.of(database.url(), database.user(), database.password());
    Connection connection = open.get(key);
    if (connection == null) {
      connection = connect(database);
      open.put(key, connection);
      prepare(connection);
    }
    return connection;
  }

  /** After an error a transaction takes no further statement: the next export begins its own. */
  void drop(Database database) {
    close(open.remove(List.of(database.url(), database.user(), database.password())));
  }

  private static Connection connect(Database database) throws SQLException, DatabaseException {
    Properties properties = new Properties();
    properties.setProperty("user", database.user());
    properties.setProperty("password", Passwords.read(database.password()));
    properties.setProperty("ApplicationName", "hepatica");
    properties.setProperty("connectTimeout", SECONDS_TO_CONNECT);
    properties.setProperty("loginTimeout", SECONDS_TO_CONNECT);
    properties.setProperty("socketTimeout", SECONDS_OF_SILENCE);
    return DriverManager.getConnection(database.url(), properties);
  }

  private static void prepare(Connection connection) throws SQLException {
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setReadOnly(true);
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      for (String setting : SETTINGS) {
        statement.execute(setting);
      }
    }
  }

  @Override
  public void close() {
    open.values().forEach(Connections::close);
  }

  private static void close(Connection connection) {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      // Nothing was written: that a connection does not end well takes nothing away.
    }
  }
}
