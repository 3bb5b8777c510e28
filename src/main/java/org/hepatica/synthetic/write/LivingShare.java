package org.hepatica.synthetic.write;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * How many of the patients of a delivery live, by its last contacts.
 *
 * @param patients with a last contact
 * @param living of these
 */
record LivingShare(long patients, long living) {

  /** Counts records; the few that come twice do no harm. */
  static LivingShare of(List<Path> followUp) throws IOException {
    long[] counts = new long[2];
    for (Path file : followUp) {
      LaterFiles.read(
          file,
          (header, record) -> {
            counts[0]++;
            counts[1] += lives(record) ? 1 : 0;
          });
    }
    return new LivingShare(counts[0], counts[1]);
  }

  /** Whether a record of the last contacts is of one who lives, and was seen on a known day. */
  static boolean lives(CsvRecord record) {
    return record.getField(2).equals("A") && record.getField(1).matches("\\d{4}-\\d{2}-\\d{2}");
  }

  double share() {
    return living == 0 ? 1 : (double) living / patients;
  }
}
