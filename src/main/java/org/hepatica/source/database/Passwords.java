package org.hepatica.source.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hepatica.protocol.Center.Password;

/** Reads passwords where conf files say that they are. */
final class Passwords {

  private Passwords() {}

  /**
   * A password.
   *
   * @throws DatabaseException when it is not there
   */
  static String read(Password password) throws DatabaseException {
    if (password.env().isPresent()) {
      String variable = password.env().get();
      String value = System.getenv(variable);
      if (value == null) {
        throw new DatabaseException(
            "the environment variable %s is not set; set it to the password".formatted(variable));
      }
      return value;
    }
    String file = password.file().orElseThrow();
    try {
      List<String> lines = Files.readAllLines(Path.of(file));
      return lines.isEmpty() ? "" : lines.get(0);
    } catch (IOException e) {
      throw new DatabaseException(
          "%s cannot be read; put the password into its first line".formatted(file));
    }
  }
}
