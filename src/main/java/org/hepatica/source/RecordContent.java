package org.hepatica.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

/**
 * What a record's content is told by: half of a SHA-256 hash (128 bits: among a billion records two
 * that differ share one with a probability of 1e-21) of its cells, by the order of their columns'
 * names. A cell that is missing counts as one whose column is not there.
 */
final class RecordContent {

  private static final int BYTES = 16;
  private static final byte SEPARATOR = 0;

  private final MessageDigest digest;
  private String[] delivered = {};
  private String[] columns = {};

  RecordContent() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Of cells by column. */
  String hash(Map<String, String> cells) {
    for (String column : sorted(cells)) {
      String cell = cells.get(column);
      if (cell != null) {
        add(column);
        add(cell);
      }
    }
    return end();
  }

  /** Of texts in their order; of a null as of an empty one. */
  String hash(String... texts) {
    for (String text : texts) {
      add(text == null ? "" : text);
    }
    return end();
  }

  /** Records of a file have the same columns, which are sorted once. */
  private String[] sorted(Map<String, String> cells) {
    String[] names = cells.keySet().toArray(String[]::new);
    if (!Arrays.equals(names, delivered)) {
      delivered = names;
      columns = names.clone();
      Arrays.sort(columns);
    }
    return columns;
  }

  private void add(String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update(SEPARATOR);
  }

  private String end() {
    return Base64.getEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOf(digest.digest(), BYTES));
  }
}
