package org.hepatica.protocol;

/**
 * SQL of a conf file, for whoever can parse it: this package knows no Spark.
 *
 * @param file as in {@link Position}
 * @param line from 1, 0 for {@code --set}
 * @param key the full key
 * @param sql the Spark SQL expression
 * @param scope what its columns are of: {@link #SUBJECT}, or the names of exports, the mapping's
 *     {@code from} first, joined ones after it, separated by commas
 */
public record Expression(String file, int line, String key, String sql, String scope) {

  /** Scope of a study's expressions: the columns of the table {@code subject}. */
  public static final String SUBJECT = "subject";

  /** Where it stands. */
  public Position position() {
    return new Position(file, line, key);
  }
}
