package org.hepatica.transform.portal;

import org.apache.spark.sql.Column;

/**
 * A clinical attribute of a patient.
 *
 * @param name its column, upper case
 * @param label for people
 * @param description one sentence
 * @param type as the portal names it
 * @param value text of it, over the columns of {@code gold/subject} and an endpoint map; null where
 *     it is unknown
 */
public record PortalAttribute(
    String name, String label, String description, Type type, Column value) {

  /** The portal's types. */
  public enum Type {
    /** Any text. */
    STRING,
    /** A number, with {@code <} or {@code >} before it where it is a bound. */
    NUMBER,
    /** TRUE or FALSE. */
    BOOLEAN
  }
}
