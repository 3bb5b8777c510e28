package org.hepatica.source.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.opentest4j.TestAbortedException;

/**
 * The one PostgreSQL of the suite, started at its first use and ended with the JVM. On a machine
 * that starts none, such as one where the user is root and may not become another, what needs it is
 * left out and says why.
 */
public final class TestDatabase {

  /** Role with a password that the server asks for. */
  public static final String USER = "reader";

  private static EmbeddedPostgres server;

  private TestDatabase() {}

  /** The address of a fresh database. */
  public static synchronized String fresh(String name) {
    run("postgres", "create database " + name);
    return "jdbc:postgresql://localhost:%d/%s".formatted(server().getPort(), name);
  }

  /** Runs statements of the owner in a database. */
  public static void run(String database, String... statements) {
    try (Connection connection = server().getDatabase("postgres", database).getConnection();
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static synchronized EmbeddedPostgres server() {
    if (server == null) {
      server = started();
      try {
        run("postgres", "create role " + USER + " login password 'correct horse'");
        askForPasswords();
      } catch (IOException e) {
        throw new UncheckedIOException("PostgreSQL cannot be set up", e);
      }
    }
    return server;
  }

  private static EmbeddedPostgres started() {
    try {
      return EmbeddedPostgres.builder().setOutputRedirector(QUIET).start();
    } catch (IOException | IllegalStateException e) {
      throw new TestAbortedException("PostgreSQL does not start on this machine: " + e, e);
    }
  }

  /** As delivered the server believes whoever comes from this machine. */
  private static void askForPasswords() throws IOException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet file = statement.executeQuery("show hba_file")) {
      file.next();
      Files.writeString(
          Path.of(file.getString(1)),
          "host all postgres all trust\nhost all all all scram-sha-256\n");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    run("postgres", "select pg_reload_conf()");
  }

  private static final ProcessBuilder.Redirect QUIET = ProcessBuilder.Redirect.DISCARD;
}
