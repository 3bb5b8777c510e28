package org.hepatica.synthetic.write;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The registry's files of a later delivery, each from that of the delivery before. */
final class LaterFiles {

  static final String FOLDER = "registry";
  static final String FOLLOW_UP = "follow_up";

  private static final String RECURRENCES = "recurrences";
  private static final String MRN = "MRN";

  /**
   * The files that may change, the last contacts first: what they tell, recurrences are told by.
   */
  static final List<String> STEMS =
      List.of(
          FOLLOW_UP,
          RECURRENCES,
          "patients",
          "primary_tumor",
          "liver_resections",
          "pathology_lesions",
          "specimens",
          "cea",
          "treatments",
          "extrahepatic");

  /** Columns by whose cells records of a new patient are told from those that they are made of. */
  private static final Set<String> IDENTIFYING = Set.of(MRN, "OPERATION_ID", "ACCESSION");

  private static final String NEWCOMER = "N";
  private static final List<String> RECURRENCE = List.of(MRN, "RECURRENCE_DATE", "SITE");

  private final Meanwhile meanwhile;
  private final Path delivery;
  private final boolean whole;

  /** By patient, the day of a recurrence that is new. */
  private final Map<String, LocalDate> recurrences = new LinkedHashMap<>();

  /**
   * Of a delivery being written.
   *
   * @param whole whether it has all records there are, or those that are new or others
   */
  LaterFiles(Meanwhile meanwhile, Path delivery, boolean whole) {
    this.meanwhile = meanwhile;
    this.delivery = delivery;
    this.whole = whole;
  }

  /** What is done with a record. */
  @FunctionalInterface
  interface Visitor {
    void visit(List<String> header, CsvRecord record) throws IOException;
  }

  /** Goes through a file's records. */
  static void read(Path file, Visitor visitor) throws IOException {
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder().ignoreDifferentFieldCount(true).ofCsvRecord(file)) {
      Iterator<CsvRecord> records = reader.iterator();
      List<String> header = records.next().getFields();
      while (records.hasNext()) {
        visitor.visit(header, records.next());
      }
    }
  }

  /** Writes the files of an export. */
  void write(String stem, List<Path> earlier) throws IOException {
    for (Path file : earlier) {
      String name = file.getFileName().toString();
      String suffix = name.substring(stem.length(), name.lastIndexOf('.'));
      boolean last = file.equals(earlier.get(earlier.size() - 1));
      try (Output output = new Output(stem, suffix)) {
        read(file, (header, record) -> take(stem, header, record, output));
        if (last && stem.equals(RECURRENCES)) {
          for (Map.Entry<String, LocalDate> one : recurrences.entrySet()) {
            output.row(RECURRENCE, one.getKey(), one.getValue().toString(), "Liver");
          }
        }
      }
    }
  }

  private void take(String stem, List<String> header, CsvRecord record, Output output)
      throws IOException {
    String mrn = record.getField(header.indexOf(MRN));
    boolean changes = stem.equals(FOLLOW_UP) && LivingShare.lives(record) && meanwhile.changes(mrn);
    if (changes) {
      output.row(header, heardOf(mrn, LocalDate.parse(record.getField(1))));
    } else if (whole) {
      output.row(header, record.getFields().toArray(String[]::new));
    }
    if (meanwhile.bringsAnother(mrn)) {
      output.row(header, another(header, record));
    }
  }

  private String[] heardOf(String mrn, LocalDate before) {
    LocalDate seen = meanwhile.seen(mrn, before);
    if (meanwhile.recurs(mrn)) {
      recurrences.putIfAbsent(mrn, before.plusDays(ChronoUnit.DAYS.between(before, seen) / 2));
    }
    boolean dies = meanwhile.dies(mrn);
    return new String[] {mrn, seen.toString(), dies ? "D" : "A", dies ? seen.toString() : ""};
  }

  private static String[] another(List<String> header, CsvRecord record) {
    String[] cells = record.getFields().toArray(String[]::new);
    for (int cell = 0; cell < cells.length; cell++) {
      if (IDENTIFYING.contains(header.get(cell))) {
        cells[cell] = NEWCOMER + cells[cell];
      }
    }
    return cells;
  }

  /** A file of the delivery; one of changes alone is there only when it has any. */
  private final class Output implements Closeable {

    private final String stem;
    private final String suffix;
    private Rows rows;

    Output(String stem, String suffix) {
      this.stem = stem;
      this.suffix = suffix;
    }

    void row(List<String> header, String... cells) throws IOException {
      if (rows == null) {
        String[] columns = header.toArray(String[]::new);
        rows = new Rows(delivery, Layout.csv(FOLDER + "/" + stem, columns), suffix);
      }
      rows.row(cells);
    }

    @Override
    public void close() throws IOException {
      if (rows != null) {
        rows.close();
      }
    }
  }
}
