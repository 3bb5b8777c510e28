package org.hepatica.job;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.genomics.GenomeSample;
import org.hepatica.protocol.Center;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;

/**
 * Who a person is: the identifiers that records tie to those by which the person is named, of
 * whatever deliveries, and which of them are a patient's.
 */
final class PersonTies {

  private static final String ID = "id";
  private static final String IS_PATIENT = "is_patient";
  private static final String TUMOR = "Tumor_Sample_Barcode";
  private static final String NORMAL = "Matched_Norm_Sample_Barcode";

  private final Center center;
  private final Dataset<Row> records;
  private final boolean leavesShared;
  private final Set<String> identifiers = new TreeSet<>();
  private final Set<String> patients = new TreeSet<>();

  /** By identifier, what an identity file says that it is now. */
  private final Map<String, String> now = new TreeMap<>();

  /**
   * Of a centre.
   *
   * @param records all of the lake
   * @param leavesShared whether an identifier that another patient has too ties nobody
   */
  PersonTies(Center center, Dataset<Row> records, boolean leavesShared) {
    this.center = center;
    this.leavesShared = leavesShared;
    this.records = records.where(col(Registry.CENTER).equalTo(center.name()));
  }

  /** Adds identifiers, and all that records tie to them, until there is another patient. */
  void add(Set<String> more) {
    boolean grown = identifiers.addAll(more);
    while (grown) {
      grown = step();
    }
  }

  /** Adds what files in landing tie to the person, by export and column. */
  void add(Map<String, Map<String, Set<String>>> tied) {
    Set<String> more = new TreeSet<>();
    tied.forEach(
        (export, columns) ->
            columns.forEach(
                (column, hashes) -> {
                  boolean isPatient = PatientColumns.of(center, export).contains(column);
                  if (isPatient && !leavesShared) {
                    patients.addAll(hashes);
                  }
                  if (!column.equals(NORMAL) && !leavesShared) {
                    more.addAll(hashes);
                  }
                }));
    add(more);
  }

  /** All identifiers. */
  Set<String> identifiers() {
    return identifiers;
  }

  /** The patients that they are of; two numbers of which a file says that they are one, once. */
  Set<String> patients() {
    return patients.stream().map(this::current).collect(Collectors.toCollection(TreeSet::new));
  }

  private String current(String patient) {
    String current = patient;
    for (int i = 0; i < now.size() && now.containsKey(current); i++) {
      current = now.get(current);
    }
    return current;
  }

  private boolean step() {
    Set<String> more = new TreeSet<>();
    Set<String> ofPatients = new TreeSet<>();
    Dataset<Row> own = records.where(has(identifiers));
    own.where(col(Operational.EXPORT).isInCollection(PatientColumns.ofOnePerson(center)))
        .select(explode(named()).as("named"))
        .select("named.id", "named.is_patient")
        .distinct()
        .collectAsList()
        .forEach(
            row -> {
              more.add(row.getString(0));
              if (row.getBoolean(1)) {
                ofPatients.add(row.getString(0));
              }
            });
    if (leavesShared) {
      more.removeAll(ofPatients);
      more.removeAll(shared(more));
      ofPatients.retainAll(identifiers);
    }
    patients.addAll(ofPatients);
    center.identity().ifPresent(identity -> told(own, identity));
    more.addAll(normals(own));
    more.addAll(samples(own));
    return identifiers.addAll(more);
  }

  private static Column has(Set<String> any) {
    Set<String> known = Set.copyOf(any);
    return exists(col(Operational.LINKS), link -> link.isInCollection(known));
  }

  /** Of some identifiers those beside which the records of another patient stand. */
  private Set<String> shared(Set<String> asked) {
    Set<String> shared = new TreeSet<>();
    Set<String> known = Set.copyOf(identifiers);
    records
        .where(has(asked))
        .where(col(Operational.EXPORT).isInCollection(PatientColumns.ofOnePerson(center)))
        .select(col(Operational.LINKS), named().as("named"))
        .where(
            exists(
                col("named"),
                each ->
                    each.getField(IS_PATIENT).and(not(each.getField(ID).isInCollection(known)))))
        .select(explode(col(Operational.LINKS)))
        .distinct()
        .collectAsList()
        .forEach(row -> shared.add(row.getString(0)));
    shared.retainAll(asked);
    shared.removeAll(identifiers);
    return shared;
  }

  /** A record's identifiers, and whether each is in a column of patients. */
  private Column named() {
    Column patient = array().cast("array<string>");
    for (String export : PatientColumns.ofOnePerson(center)) {
      Column[] cells =
          PatientColumns.of(center, export).stream()
              .map(column -> col(Operational.CELLS).getItem(column))
              .toArray(Column[]::new);
      if (cells.length > 0) {
        patient = when(col(Operational.EXPORT).equalTo(export), array(cells)).otherwise(patient);
      }
    }
    Column of = patient;
    return transform(
        col(Operational.LINKS),
        link -> struct(link.as(ID), exists(of, each -> each.eqNullSafe(link)).as(IS_PATIENT)));
  }

  /** What holds only within another identifier does not make two patients one. */
  private void told(Dataset<Row> own, Center.Identity identity) {
    Column within =
        identity
            .within()
            .map(name -> col(Operational.CELLS).getItem(name))
            .orElse(lit(null).cast("string"));
    own.where(col(Operational.EXPORT).equalTo(identity.from()))
        .where(col(Operational.UNTIL).isNull().and(within.isNull()))
        .select(
            col(Operational.CELLS).getItem(identity.old()),
            col(Operational.CELLS).getItem(identity.now()))
        .na()
        .drop()
        .distinct()
        .collectAsList()
        .forEach(row -> now.put(row.getString(0), row.getString(1)));
  }

  /** Matched normals of the person's tumours and of nobody else's. */
  private Set<String> normals(Dataset<Row> own) {
    List<String> exports = PatientColumns.ofFormat(center, "maf");
    Column tumor = col(Operational.CELLS).getItem(TUMOR);
    Column normal = col(Operational.CELLS).getItem(NORMAL);
    Set<String> found = new TreeSet<>();
    if (exports.isEmpty()) {
      return found;
    }
    Column isMaf = col(Operational.EXPORT).isInCollection(exports);
    Set<String> known = Set.copyOf(identifiers);
    own.where(isMaf.and(tumor.isInCollection(known)).and(normal.isNotNull()))
        .select(normal)
        .distinct()
        .collectAsList()
        .forEach(row -> found.add(row.getString(0)));
    if (!found.isEmpty()) {
      records
          .where(isMaf.and(normal.isInCollection(Set.copyOf(found))))
          .where(not(tumor.isInCollection(known)))
          .select(normal)
          .distinct()
          .collectAsList()
          .forEach(row -> found.remove(row.getString(0)));
    }
    return found;
  }

  /** The samples of a VCF none of which is another patient's. */
  private Set<String> samples(Dataset<Row> own) {
    Set<String> found = new TreeSet<>();
    List<String> exports = PatientColumns.ofFormat(center, "vcf");
    if (exports.isEmpty()) {
      return found;
    }
    own.where(col(Operational.EXPORT).isInCollection(exports))
        .where(col(Operational.CELLS).getItem(GenomeSample.KIND).equalTo("sample"))
        .select(col(Operational.CELLS))
        .collectAsList()
        .forEach(row -> found.addAll(ofFile(row.getJavaMap(0))));
    return found;
  }

  private Set<String> ofFile(Map<String, String> cells) {
    List<String> samples = new ArrayList<>();
    int size = Integer.parseInt(cells.getOrDefault("SAMPLES", "0"));
    for (int i = 1; i <= size; i++) {
      String sample = cells.get("SAMPLE_" + i);
      boolean isNormal = "normal".equals(cells.get(GenomeSample.ROLE + "_" + i));
      if (sample != null) {
        samples.add(sample);
      }
      if (!isNormal && !identifiers.contains(String.valueOf(sample))) {
        return Set.of();
      }
    }
    return Set.copyOf(samples);
  }
}
