package org.hepatica.source.format;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A record as a reader found it.
 *
 * @param line physical line on which it starts, from 1
 * @param cells raw text by column; what could be read of it when it is defective
 * @param defect {@code rule: reason with the remedy} when it cannot be used, else null
 */
public record SourceRecord(long line, Map<String, String> cells, String defect) {

  /** Rule of a defect that refuses the whole file. */
  public static final String FILE = "file";

  /** Rule of text that is not what was written. */
  public static final String ENCODING = "encoding";

  /** Column of what a record is, where a format has records of several kinds. */
  public static final String KIND = "KIND";

  /** The kind of a record with a defect of which the reader knows whose it is: that is kept. */
  public static final String UNREADABLE = "unreadable";

  /** Whether its cells tell no more than whose it is, and are to be kept with the defect. */
  public boolean tellsWhose() {
    return UNREADABLE.equals(cells.get(KIND));
  }

  /** A record that reads well. */
  public static SourceRecord of(long line, Map<String, String> cells) {
    return new SourceRecord(line, cells, null);
  }

  /**
   * A record that goes to quarantine.
   *
   * @param rule kebab-case name, such as {@code ragged}
   * @param reason one sentence with the remedy; no cell of an identifying column in it
   */
  public static SourceRecord defective(
      long line, Map<String, String> cells, String rule, String reason) {
    return new SourceRecord(line, new LinkedHashMap<>(cells), rule + ": " + reason);
  }
}
