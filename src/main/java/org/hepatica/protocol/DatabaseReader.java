package org.hepatica.protocol;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** The section {@code jdbc} of an export. */
final class DatabaseReader {

  private static final String PRODUCT = "jdbc:postgresql:";
  private static final Pattern SECRET = Pattern.compile("(?i)[?&](ssl)?password=");
  private static final String PART = "(\"[^\"]+\"|[A-Za-z_][A-Za-z0-9_$]*)";
  private static final int USUAL_FETCH_SIZE = 10_000;

  private DatabaseReader() {}

  static Center.Database read(Cursor c) {
    return new Center.Database(
        url(c),
        c.text("user"),
        password(c),
        query(c),
        c.optional("watermark"),
        c.atLeast(1, "fetch-size", USUAL_FETCH_SIZE));
  }

  /** Its value is not shown: it may hold what it should not. */
  private static String url(Cursor c) {
    String url = c.text("url");
    if (!url.isBlank() && !url.startsWith(PRODUCT)) {
      c.problem(
          "url", "is of no known database", "write such as " + PRODUCT + "//host:5432/registry");
    }
    if (SECRET.matcher(url).find()) {
      c.problem(
          "url", "has a password in it", "take it out, and name password-env or password-file");
    }
    return url;
  }

  private static Center.Password password(Cursor c) {
    Optional<String> env = c.optional("password-env");
    Optional<String> file = c.optional("password-file");
    if (env.isPresent() == file.isPresent()) {
      c.problem(
          "password-env",
          "one of password-env and password-file says where the password is",
          "name an environment variable or a file");
    }
    if (file.filter(path -> !Path.of(path).isAbsolute()).isPresent()) {
      c.problem("password-file", "is no absolute path", "write it from /");
    }
    return new Center.Password(env, file);
  }

  private static String query(Cursor c) {
    Optional<String> query = c.optional("query");
    Optional<String> table = c.optional("table");
    if (query.isPresent() == table.isPresent()) {
      c.problem("table", "one of table and query says which rows", "name a table or give a query");
    }
    if (table.filter(name -> !name.matches(PART + "(\\." + PART + ")*")).isPresent()) {
      c.problem(
          "table",
          "'" + table.get() + "' is no name of a table",
          "write such as patients or registry.patients; for SQL there is query");
    }
    return query.or(() -> table.map(name -> "select * from " + name)).orElse("");
  }
}
