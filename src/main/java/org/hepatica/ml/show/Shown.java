package org.hepatica.ml.show;

import java.util.List;

/** A result that can be written in every format. */
public interface Shown {

  /** Laid out as R prints it. */
  String text();

  /** Tidy columns, an empty cell where a value does not exist. */
  String csv();

  /** One object, null where a value does not exist. */
  String json();

  /** What makes the result mean less than it seems, in words; empty as a rule. */
  List<String> warnings();

  /** Rows left out because a value was missing. */
  long missing();

  /** In a format. */
  default String as(Format format) {
    return switch (format) {
      case TEXT -> text();
      case CSV -> csv();
      case JSON -> json();
    };
  }
}
