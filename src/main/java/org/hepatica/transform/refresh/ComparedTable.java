package org.hepatica.transform.refresh;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructField;
import org.hepatica.table.Column;
import org.hepatica.table.Genomic;
import org.hepatica.table.Registry;
import org.hepatica.table.TableDefinition;

/**
 * A table that is compared, and as what.
 *
 * @param table the table
 * @param key the columns that tell a patient's rows apart
 * @param values the columns whose changes count; not those that tell where a row comes from
 */
public record ComparedTable(
    TableDefinition table, List<StructField> key, List<StructField> values) {

  /** Of the gene's status the reason and its date follow from the rest, or from the delivery. */
  private static final ComparedTable GENE_STATUS =
      new ComparedTable(
          Genomic.GENE_STATUS,
          fields(Genomic.GENE_STATUS, List.of(Genomic.GENE)),
          fields(
              Genomic.GENE_STATUS,
              List.of(
                  Genomic.GENE_STATE,
                  Genomic.GENE_STATUS_NAME,
                  Genomic.VARIANTS,
                  Genomic.CODONS,
                  Genomic.DECIDING_PLATFORM,
                  Genomic.PLATFORMS,
                  Genomic.CONFLICT)));

  /** Every table that may be compared: the registry's, and the gene's status. */
  public static final List<ComparedTable> ALL =
      Stream.concat(Registry.ALL.stream().map(ComparedTable::of), Stream.of(GENE_STATUS)).toList();

  /** Keeps the lists unchangeable. */
  public ComparedTable {
    key = List.copyOf(key);
    values = List.copyOf(values);
  }

  /** The table of a name. */
  static Optional<ComparedTable> named(String name) {
    return ALL.stream().filter(each -> each.table().name().equals(name)).findFirst();
  }

  /** Key, then values, as rules see them. */
  List<StructField> columns() {
    return Stream.concat(key.stream(), values.stream()).toList();
  }

  private static ComparedTable of(TableDefinition table) {
    List<String> own =
        table.key().stream()
            .filter(name -> !List.of(Registry.CENTER, Registry.PATIENT_ID).contains(name))
            .toList();
    List<String> lineage = Registry.LINEAGE.stream().map(Column::name).toList();
    List<String> values =
        Stream.of(table.schema().fieldNames())
            .filter(name -> !lineage.contains(name) && !name.equals(Registry.PATIENT_ID))
            .filter(name -> !own.contains(name))
            .toList();
    return new ComparedTable(table, fields(table, own), fields(table, values));
  }

  private static List<StructField> fields(TableDefinition table, List<String> names) {
    return names.stream().map(name -> table.schema().apply(name)).toList();
  }
}
