package org.hepatica.protocol;

import java.util.Objects;

/**
 * Where a key stands.
 *
 * @param file the conf file as people write it, such as {@code conf/hepatica.conf}, or {@code
 *     --set} or an option such as {@code --study} for a value given on the command line
 * @param line from 1; 0 when there is none ({@code --set}, a file that cannot be read)
 * @param key the full key, such as {@code study.models[0].ties}; empty for the file as a whole
 */
public record Position(String file, int line, String key) {

  /** None is null. */
  public Position {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(key, "key");
  }

  /**
   * A problem's line for people: file, line, key, what is wrong, what to do. Every problem of the
   * configuration reads so, also those found outside this package.
   */
  public String problem(String what, String remedy) {
    return place() + ": " + what + "; " + remedy;
  }

  /** File, line and key for people. */
  public String place() {
    String place = line > 0 ? file + ":" + line : file;
    return key.isEmpty() ? place : place + ": " + key;
  }
}
