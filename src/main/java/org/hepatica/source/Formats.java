package org.hepatica.source;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.hepatica.source.format.RecordReader;
import org.hepatica.source.parquet.ParquetRecordReader;
import org.hepatica.source.platform.PlatformFormats;
import org.hepatica.source.text.CsvRecordReader;
import org.hepatica.source.text.TsvRecordReader;

/** Every format that a centre's configuration may name. */
public final class Formats {

  private static final Map<String, RecordReader> READERS = readers();

  private Formats() {}

  /**
   * The reader of a format.
   *
   * @throws DeliveryException when there is none of that name
   */
  public static RecordReader reader(String format) {
    return Optional.ofNullable(READERS.get(format))
        .orElseThrow(
            () ->
                new DeliveryException(
                    "no format is called '%s'; there are %s"
                        .formatted(format, new TreeSet<>(READERS.keySet()))));
  }

  private static Map<String, RecordReader> readers() {
    Map<String, RecordReader> readers = new HashMap<>(PlatformFormats.readers());
    readers.put("csv", new CsvRecordReader());
    readers.put("tsv", new TsvRecordReader());
    readers.put("parquet", new ParquetRecordReader());
    readers.put("jdbc", new ParquetRecordReader());
    return Map.copyOf(readers);
  }
}
