package org.hepatica.ml.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.unsafe.types.UTF8String;

/** Codes of the texts of one column in one partition, given in the order they are met. */
final class Texts {

  private final Map<UTF8String, Integer> codes = new HashMap<>();
  private final List<String> texts = new ArrayList<>();

  /** The code of a text; NaN of null. */
  double code(UTF8String text) {
    if (text == null) {
      return Double.NaN;
    }
    Integer code = codes.get(text);
    if (code == null) {
      code = texts.size();
      codes.put(text.copy(), code);
      texts.add(text.toString());
    }
    return code;
  }

  List<String> texts() {
    return texts;
  }
}
