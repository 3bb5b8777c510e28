package org.hepatica.transform.portal;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.protocol.Study;
import org.hepatica.table.Gold;
import org.hepatica.table.Registry;
import org.hepatica.table.Tables;

/**
 * The cohort as a portal's patients, each with one sample that has the patient's status.
 *
 * <p>One sample a patient, not one an assay: the portal counts and compares samples, and what it
 * shows must be the status that policy gave the patient. Of an assay alone it would take a
 * wild-type sample beside a blocked one for a wild-type patient, and an overruled variant for a
 * mutation.
 */
public final class PortalCohort {

  /** The patient's id in the portal. */
  public static final String ID = "portal_id";

  /** Texts of the attributes, in their order. */
  public static final String VALUES = "portal_values";

  private final Study study;
  private final List<PortalAttribute> attributes;
  private final Dataset<Row> patients;
  private final Tables tables;

  /**
   * The cohort of a study.
   *
   * @param tables its gold, and the registry as it holds
   */
  public PortalCohort(Study study, Tables tables) {
    this.study = study;
    this.tables = tables;
    this.attributes = PortalAttributes.of(study);
    this.patients = patients(tables);
  }

  /** What can be told of a patient. */
  public List<PortalAttribute> attributes() {
    return attributes;
  }

  /** One row: for how many patients each attribute is known, in their order. */
  public Dataset<Row> known() {
    Column[] counts =
        attributes.stream()
            .map(attribute -> count(attribute.value()).as(attribute.name()))
            .toArray(Column[]::new);
    return patients.agg(counts[0], Arrays.copyOfRange(counts, 1, counts.length));
  }

  /**
   * A row a patient, by id: {@link #ID}, {@link #VALUES} of these attributes, and where the study
   * has a gene the columns of {@link PortalSamples}.
   *
   * @param told the attributes wanted
   * @param digits how much of the identifier's hash is the id
   */
  public Dataset<Row> rows(List<PortalAttribute> told, int digits) {
    Column values =
        told.isEmpty()
            ? array().cast("array<string>")
            : array(told.stream().map(PortalAttribute::value).toArray(Column[]::new));
    Dataset<Row> rows =
        patients.select(
            col(Registry.CENTER),
            col(Registry.PATIENT_ID),
            substring(col(Registry.PATIENT_ID), 1, digits).as(ID),
            values.as(VALUES));
    Dataset<Row> complete =
        study.gene().map(gene -> PortalSamples.join(rows, tables, gene.symbol())).orElse(rows);
    return complete.sort(ID);
  }

  private static Dataset<Row> patients(Tables tables) {
    Dataset<Row> subjects = tables.read(Gold.SUBJECT).where(col(Gold.IN_COHORT));
    Dataset<Row> times =
        tables
            .read(Gold.TIME_TO_EVENT)
            .groupBy(col(Registry.CENTER).as("timed_center"), col(Gold.USUBJID))
            .agg(
                map_from_entries(
                        collect_list(
                            struct(col(Gold.PARAMCD), struct(col(Gold.AVAL), col(Gold.CNSR)))))
                    .as(PortalEndpoint.TIMES));
    return subjects
        .join(
            times,
            subjects
                .col(Registry.CENTER)
                .equalTo(times.col("timed_center"))
                .and(subjects.col(Registry.PATIENT_ID).equalTo(times.col(Gold.USUBJID))),
            "left")
        .drop("timed_center", Gold.USUBJID);
  }
}
