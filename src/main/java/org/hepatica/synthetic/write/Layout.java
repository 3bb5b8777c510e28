package org.hepatica.synthetic.write;

import java.util.List;

/**
 * What a file looks like around its rows.
 *
 * @param stem folder and name without number and extension
 * @param extension csv or txt
 * @param separator between cells
 * @param preamble lines before the header
 * @param header column names; empty when there are none
 */
record Layout(
    String stem, String extension, char separator, List<String> preamble, List<String> header) {

  static Layout csv(String stem, String... header) {
    return new Layout(stem, "csv", ',', List.of(), List.of(header));
  }

  static Layout tabs(String stem, List<String> preamble, String... header) {
    return new Layout(stem, "txt", '\t', preamble, List.of(header));
  }

  /** Path inside a delivery; the number only where files are split. */
  String path(String suffix) {
    return stem + suffix + "." + extension;
  }
}
