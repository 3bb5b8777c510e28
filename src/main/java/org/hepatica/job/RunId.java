package org.hepatica.job;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.ThreadLocalRandom;

/** Names of runs: their start in UTC and four letters against two starts in one second. */
final class RunId {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss").withZone(ZoneOffset.UTC);

  private RunId() {}

  static String of(Instant started) {
    StringBuilder id = new StringBuilder(FORMAT.format(started)).append('-');
    for (int i = 0; i < 4; i++) {
      id.append((char) ('a' + ThreadLocalRandom.current().nextInt(26)));
    }
    return id.toString();
  }
}
