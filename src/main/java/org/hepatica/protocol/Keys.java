package org.hepatica.protocol;

/** Full keys as people would write them: {@code study.groupings.risk.levels."a b"[0]}. */
final class Keys {

  private Keys() {}

  static String child(String parent, String name) {
    String written = name.matches("[A-Za-z0-9_-]+") ? name : '"' + name + '"';
    return parent.isEmpty() ? written : parent + "." + written;
  }

  static String element(String parent, int index) {
    return parent + "[" + index + "]";
  }
}
