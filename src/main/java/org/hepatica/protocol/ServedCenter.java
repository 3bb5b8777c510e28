package org.hepatica.protocol;

import java.util.Optional;
import java.util.regex.Pattern;

/** A centre file and the further centres' names that it serves, when it serves any. */
record ServedCenter(Center center, Optional<Pattern> serves) {

  boolean serves(String name) {
    return serves.filter(pattern -> pattern.matcher(name).matches()).isPresent();
  }

  /** The centre under the name by which it was asked for. */
  Center as(String name) {
    return new Center(
        name,
        center.title(),
        center.exports(),
        center.tables(),
        center.genomics(),
        center.arrival(),
        center.identity(),
        center.spelling());
  }
}
