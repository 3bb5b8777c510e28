package org.hepatica.protocol;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A centre: what it delivers and how that becomes the registry's tables.
 *
 * @param name the centre; the folder under landing
 * @param title for people
 * @param exports its exports by name, in file order
 * @param tables the registry tables that it fills, in file order; a table may be filled by several
 *     mappings
 * @param genomics how its laboratories write things, when it has platform exports
 * @param arrival how its deliveries arrive, and what is not believed of one
 * @param identity the export that says which identifiers are others by now, when there is one
 * @param spelling how its identifiers are made alike before they are hashed
 */
public record Center(
    String name,
    String title,
    Map<String, Export> exports,
    List<TableMapping> tables,
    Optional<Laboratory> genomics,
    Arrival arrival,
    Optional<Identity> identity,
    Spelling spelling) {

  private static final Set<String> BY_PLACE = Set.of("vcf", "callable-bed");
  private static final String BY_NAME = "maf";

  /** The same, with lines of genomes and rows of mutations kept of these genes alone. */
  public Center keeping(GenesKept genes) {
    Map<String, Export> placed = new LinkedHashMap<>();
    exports.forEach((key, export) -> placed.put(key, export.keeping(genes)));
    return new Center(
        name,
        title,
        Collections.unmodifiableMap(placed),
        tables,
        genomics,
        arrival,
        identity,
        spelling);
  }

  /** The same, with identifiers made alike so. */
  public Center spelling(Spelling other) {
    return new Center(name, title, exports, tables, genomics, arrival, identity, other);
  }

  /** A centre whose identifiers stay what they are, and are spelled alike everywhere. */
  public Center(
      String name,
      String title,
      Map<String, Export> exports,
      List<TableMapping> tables,
      Optional<Laboratory> genomics,
      Arrival arrival) {
    this(name, title, exports, tables, genomics, arrival, Optional.empty(), Spelling.AS_DELIVERED);
  }

  /**
   * Patients who turned out to be one, or one who turned out to be two: an identifier is another in
   * every record of the centre, of whatever date.
   *
   * @param from the export, a record a change
   * @param old its column of the identifier as delivered
   * @param now its column of the identifier to be taken for it
   * @param within its column of another identifier, only in whose records the old one changes: of
   *     an operation, say, that was another patient's; empty for all records
   */
  public record Identity(String from, String old, String now, Optional<String> within) {}

  /**
   * How deliveries arrive.
   *
   * @param marker a file that the centre puts into a delivery when it is complete; empty for none
   * @param manifest a file of lines {@code <sha256> <path>} that names all files of a delivery;
   *     empty for none. Without either a delivery is complete when its files have the same sizes
   *     and times in two listings of a run
   * @param mostLost the share of a table's rows, or of a column's values, that a delivery may lack
   *     against the one before without being asked about; 0.05 by default
   * @param expectedEvery days after which silence is told; 0 for never
   */
  public record Arrival(
      Optional<String> marker, Optional<String> manifest, double mostLost, int expectedEvery) {

    /** What holds of a centre whose conf file does not say. */
    public static final Arrival USUAL = new Arrival(Optional.empty(), Optional.empty(), 0.05, 0);
  }

  /**
   * One kind of file in a delivery.
   *
   * @param name the export
   * @param files glob inside a delivery, with {@code /}
   * @param format csv, tsv, parquet, or a platform's: maf, gene-panel-matrix, clinical-sample,
   *     gene-panel, case-list, typer, vcf, callable-bed
   * @param text how its text is written
   * @param identifying columns that become keyed hashes at the door
   * @param missing texts that mean missing in every column; the empty text always does
   * @param required columns without which the file is refused (exit 3)
   * @param optional columns that the conf file reads but a file may lack: they are missing then
   * @param content what a delivery of it is: all records there are, or those that changed
   * @param database where its rows are read from, for format jdbc
   * @param loci genes at whose codons a line of a genome is kept; for formats of genomes alone
   * @param genes names and numbers of genes whose rows are kept; for maf alone, empty for all
   */
  public record Export(
      String name,
      String files,
      String format,
      Text text,
      List<String> identifying,
      List<String> missing,
      List<String> required,
      List<String> optional,
      Content content,
      Optional<Database> database,
      List<GeneLocus> loci,
      List<String> genes) {

    /** Of records that are kept wherever they lie on the genome, with all columns that are read. */
    public Export(
        String name,
        String files,
        String format,
        Text text,
        List<String> identifying,
        List<String> missing,
        List<String> required,
        Content content,
        Optional<Database> database) {
      this(
          name,
          files,
          format,
          text,
          identifying,
          missing,
          required,
          List.of(),
          content,
          database,
          List.of(),
          List.of());
    }

    /** Whether the format is one of records that are kept by where they lie on the genome. */
    public boolean isKeptByPlace() {
      return BY_PLACE.contains(format);
    }

    /** The same, keeping what is of these genes, where its format tells that of a record. */
    public Export keeping(GenesKept known) {
      return keeping(
          isKeptByPlace() ? known.loci() : List.of(),
          format.equals(BY_NAME) ? known.names() : List.of());
    }

    private Export keeping(List<GeneLocus> places, List<String> names) {
      return new Export(
          name,
          files,
          format,
          text,
          identifying,
          missing,
          required,
          optional,
          content,
          database,
          List.copyOf(places),
          List.copyOf(names));
    }

    /** Of text with points in its numbers that no two tasks share. */
    public Export(
        String name,
        String files,
        String format,
        char separator,
        String encoding,
        List<String> identifying,
        List<String> missing,
        List<String> required,
        Content content) {
      this(
          name,
          files,
          format,
          new Text(separator, encoding, POINT, false),
          identifying,
          missing,
          required,
          content,
          Optional.empty());
    }
  }

  /**
   * A database that an export is read from. It holds no secret: the password stays where it is.
   *
   * @param url of JDBC, such as {@code jdbc:postgresql://host/registry}
   * @param user who may read
   * @param password where the password is
   * @param query SQL of the rows, as the database speaks it
   * @param watermark the column by which only new and changed rows are asked for; empty for all
   * @param fetchSize rows that are held at a time
   */
  public record Database(
      String url,
      String user,
      Password password,
      String query,
      Optional<String> watermark,
      int fetchSize) {}

  /**
   * Where a password is, one of the two.
   *
   * @param env the environment variable that has it
   * @param file the absolute path of the file whose first line it is
   */
  public record Password(Optional<String> env, Optional<String> file) {}

  /** The decimal sign of numbers unless a conf file says otherwise. */
  public static final char POINT = '.';

  /**
   * How the text of an export is written.
   *
   * @param separator of csv, by default a comma; {@link #FROM_HEADER} for the one that its header
   *     shows
   * @param encoding a Java charset name, by default UTF-8; {@link #AUTO} for that of a byte-order
   *     mark, else strict UTF-8, else the file is refused
   * @param decimal sign of numbers, a point or a comma, where a column does not say
   * @param splittable whether no cell holds a line end, so that tasks may share a large file
   */
  public record Text(char separator, String encoding, char decimal, boolean splittable) {

    /** In place of a separator: that of the file's header. */
    public static final char FROM_HEADER = '\0';

    /** In place of an encoding or a delimiter: found in the file. */
    public static final String AUTO = "auto";
  }

  /**
   * What a delivery of an export is.
   *
   * @param key the columns by which a record of changes replaces the one before; empty when each
   *     delivery is a snapshot, which replaces all records of the one before
   * @param tombstone how a record says that what it names is gone; empty when none does
   */
  public record Content(List<String> key, Optional<Tombstone> tombstone) {

    /** All records that there are. */
    public static final Content SNAPSHOT = new Content(List.of(), Optional.empty());

    /** Whether a delivery has only what changed. */
    public boolean isChanges() {
      return !key.isEmpty();
    }
  }

  /**
   * A record that has one of the values in the column stands for a deletion.
   *
   * @param column of the export
   * @param values texts, as delivered
   */
  public record Tombstone(String column, List<String> values) {}

  /**
   * How a registry table is filled.
   *
   * @param table a table of {@code org.hepatica.table.Registry}
   * @param from the export whose records become rows
   * @param joins further exports, looked up by SQL over {@code <export>.<column>}
   * @param where SQL that a record must satisfy to be meant for this table; {@code true} when
   *     absent
   * @param columns column by name of the table
   * @param each further column groups; each gives one row a record (the group's columns beside
   *     {@code columns}); empty when the record itself is the row
   */
  public record TableMapping(
      String table,
      String from,
      List<Join> joins,
      String where,
      Map<String, ColumnMapping> columns,
      List<RowGroup> each) {}

  /** A left join: an export and the SQL condition over {@code <export>.<column>}. */
  public record Join(String export, String on) {}

  /**
   * A column group that becomes a row, where its condition holds and not all its values are
   * missing.
   */
  public record RowGroup(String where, Map<String, ColumnMapping> columns) {}

  /**
   * How a column is had from a record.
   *
   * @param value Spark SQL over the export's columns, all text, missing codes already null
   * @param codes delivered text to level; empty when none. A text that is not among them is a bad
   *     cell
   * @param formats of dates: patterns such as {@code yyyy-MM-dd}, {@code dd/MM/yyyy}, {@code
   *     yyyy-MM}, {@code yyyy}, or {@code days}, {@code months}, {@code years} from the operation,
   *     or {@code excel-serial}; tried in order
   * @param unit the delivered unit, converted to the table's: mm, cm, days, months, years, ...;
   *     empty when it is the table's
   * @param origin of relative dates: a date of the same record, or empty for an artificial time
   *     zero, which marks the date as relative
   * @param missing further texts that mean missing in this column
   * @param decimal sign of its numbers: a point, or a comma
   */
  public record ColumnMapping(
      String value,
      Map<String, String> codes,
      List<String> formats,
      String unit,
      Optional<ColumnMapping> origin,
      List<String> missing,
      char decimal) {

    /** Of numbers with a point. */
    public ColumnMapping(
        String value,
        Map<String, String> codes,
        List<String> formats,
        String unit,
        Optional<ColumnMapping> origin,
        List<String> missing) {
      this(value, codes, formats, unit, origin, missing, POINT);
    }
  }

  /**
   * How the centre's laboratories write things.
   *
   * @param sequenomAssays the assay dictionary: what each assay of the laboratory interrogates
   * @param controls wells that are no patient: names, case-insensitive
   * @param referenceBuild of files that do not say: GRCh37 (default) or GRCh38
   * @param sanger column of the Sanger table by role: sample and result always, gene, region, date
   *     where they exist
   * @param sangerDateFormats formats of its date
   * @param confirmedSamples samples of which the centre says that the patient whom they have now is
   *     theirs, though they were another's before: the first 12 hexadecimal digits of their hashes
   */
  public record Laboratory(
      Map<String, SequenomAssay> sequenomAssays,
      List<String> controls,
      String referenceBuild,
      Map<String, String> sanger,
      List<String> sangerDateFormats,
      List<String> confirmedSamples) {}

  /**
   * An assay of a Sequenom panel.
   *
   * @param gene symbol
   * @param codon codon it looks at
   * @param strand plus (default) or minus: the strand of the reported bases relative to the coding
   *     sequence
   * @param wildType the reported wild-type allele
   * @param alleles coding change (c.35G&gt;A) by reported allele
   */
  public record SequenomAssay(
      String gene, int codon, String strand, String wildType, Map<String, String> alleles) {}
}
