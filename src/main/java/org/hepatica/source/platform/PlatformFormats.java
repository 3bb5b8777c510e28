package org.hepatica.source.platform;

import java.util.Map;
import org.hepatica.source.format.RecordReader;

/** The platforms' readers by the format's name in a centre's configuration. */
public final class PlatformFormats {

  private static final Map<String, RecordReader> READERS = Map.of();

  private PlatformFormats() {}

  /** Reader by format name. */
  public static Map<String, RecordReader> readers() {
    return READERS;
  }
}
