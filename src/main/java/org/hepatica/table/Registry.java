package org.hepatica.table;

import static org.hepatica.table.Column.levels;
import static org.hepatica.table.Column.mandatory;
import static org.hepatica.table.Column.of;

import java.util.ArrayList;
import java.util.List;

/**
 * The registry's silver tables: what a centre's mapping fills, as it was true from delivery to
 * delivery. Every row also has {@link #LINEAGE}; {@link Valid} gives the rows of one time.
 */
public final class Registry {

  public static final String CENTER = "center";
  public static final String DELIVERY = "delivery";
  public static final String SOURCE_FILE = "source_file";
  public static final String SOURCE_LINE = "source_line";
  public static final String VALID_FROM = "valid_from";
  public static final String VALID_TO = "valid_to";

  public static final String PATIENT_ID = "patient_id";
  public static final String SEX = "sex";
  public static final String BIRTH_DATE = "birth_date";
  public static final String SYSTEM = "system";
  public static final String ALIAS_ID = "alias_id";
  public static final String RESECTION_DATE = "resection_date";
  public static final String NODAL_STATUS = "nodal_status";
  public static final String LIVER_METASTASIS_DATE = "liver_metastasis_date";
  public static final String OPERATION_ID = "operation_id";
  public static final String OPERATION_DATE = "operation_date";
  public static final String KIND = "kind";
  public static final String STAGE = "stage";
  public static final String SEGMENTS = "segments";
  public static final String EXTENT = "extent";
  public static final String MARGIN = "margin";
  public static final String ABLATION = "ablation";
  public static final String LESION_NUMBER = "lesion_number";
  public static final String SIZE_CM = "size_cm";
  public static final String ACCESSION = "accession";
  public static final String BLOCK = "block";
  public static final String COLLECTION_DATE = "collection_date";
  public static final String REPORT_DATE = "report_date";
  public static final String SITE = "site";
  public static final String TUMOR_SHARE = "tumor_share";
  public static final String DRAWN_DATE = "drawn_date";
  public static final String CEA_NG_ML = "cea_ng_ml";
  public static final String SETTING = "setting";
  public static final String START_DATE = "start_date";
  public static final String END_DATE = "end_date";
  public static final String RECURRENCE_DATE = "recurrence_date";
  public static final String FOUND_DATE = "found_date";
  public static final String RESECTED_DATE = "resected_date";
  public static final String LAST_CONTACT_DATE = "last_contact_date";
  public static final String VITAL_STATUS = "vital_status";
  public static final String DEATH_DATE = "death_date";
  public static final String VARIABLE = "variable";
  public static final String VALUE = "value";
  public static final String ENDPOINT = "endpoint";
  public static final String TIME = "time";
  public static final String EVENT = "event";

  /** Where a silver row comes from: first columns of every registry table. */
  public static final List<Column> LINEAGE =
      List.of(
          mandatory(CENTER, Kind.TEXT, "the centre that delivered it"),
          mandatory(DELIVERY, Kind.TEXT, "the delivery, by its date"),
          mandatory(SOURCE_FILE, Kind.TEXT, "file inside the delivery"),
          mandatory(SOURCE_LINE, Kind.LONG, "physical line on which the record starts, from 1"),
          mandatory(VALID_FROM, Kind.DAY, "the date of the delivery from which on it holds"),
          of(
              VALID_TO,
              Kind.DAY,
              "the date of the delivery by which it no longer does; null: it holds"));

  public static final TableDefinition PATIENT =
      table(
          "patient",
          List.of(PATIENT_ID),
          "a patient of the registry",
          patient(),
          levels(SEX, "sex", "male", "female"),
          of(BIRTH_DATE, Kind.DATE, "date of birth"));

  public static final TableDefinition CROSSWALK =
      table(
          "crosswalk",
          List.of(SYSTEM, ALIAS_ID),
          "a patient's id in another system",
          patient(),
          mandatory(SYSTEM, Kind.TEXT, "the other system: impact, sequenom, sanger, wgs, ..."),
          mandatory(ALIAS_ID, Kind.IDENTIFIER, "the id there"));

  public static final TableDefinition PRIMARY_TUMOR =
      table(
          "primary_tumor",
          List.of(PATIENT_ID),
          "a patient's colorectal primary",
          patient(),
          of(RESECTION_DATE, Kind.DATE, "resection of the primary"),
          levels(NODAL_STATUS, "AJCC nodal status of the primary", "positive", "negative"),
          of(LIVER_METASTASIS_DATE, Kind.DATE, "diagnosis of liver metastases"));

  public static final TableDefinition LIVER_OPERATION =
      table(
          "liver_operation",
          List.of(OPERATION_ID),
          "an operation on the liver",
          patient(),
          mandatory(OPERATION_ID, Kind.IDENTIFIER, "the operation's id"),
          mandatory(OPERATION_DATE, Kind.DATE, "day of the operation"),
          levels(KIND, "what was done", "resection", "ablation only").required(),
          of(STAGE, Kind.INTEGER, "1 or 2 of a two-stage resection, else null"),
          of(SEGMENTS, Kind.INTEGER, "resected liver segments"),
          levels(EXTENT, "extent as delivered, where segments are not", "major", "minor"),
          levels(MARGIN, "resection margin", "R0", "R1", "R2"),
          of(ABLATION, Kind.BOOLEAN, "any ablation with it"));

  public static final TableDefinition LESION =
      table(
          "lesion",
          List.of(OPERATION_ID, LESION_NUMBER),
          "a liver tumour in a resected specimen, from the pathology report",
          patient(),
          mandatory(OPERATION_ID, Kind.IDENTIFIER, "the operation that resected it"),
          mandatory(LESION_NUMBER, Kind.INTEGER, "number in the report, from 1"),
          of(SIZE_CM, Kind.QUANTITY, "largest diameter, cm"));

  public static final TableDefinition SPECIMEN =
      table(
          "specimen",
          List.of(ACCESSION, BLOCK),
          "a block of tissue that a laboratory may have tested",
          patient(),
          mandatory(ACCESSION, Kind.IDENTIFIER, "accession number as laboratories write it"),
          mandatory(BLOCK, Kind.TEXT, "block"),
          of(COLLECTION_DATE, Kind.DATE, "collected"),
          of(REPORT_DATE, Kind.DATE, "reported"),
          levels(SITE, "where the tissue comes from", "primary", "metastasis", "normal"),
          of(TUMOR_SHARE, Kind.NUMBER, "tumour cells, fraction 0-1"));

  public static final TableDefinition CEA =
      table(
          "cea",
          List.of(PATIENT_ID, DRAWN_DATE),
          "a carcinoembryonic antigen value",
          patient(),
          mandatory(DRAWN_DATE, Kind.DATE, "drawn"),
          of(CEA_NG_ML, Kind.QUANTITY, "ng/mL (= ug/L)"));

  public static final TableDefinition TREATMENT =
      table(
          "treatment",
          List.of(PATIENT_ID, KIND, START_DATE),
          "a course of treatment",
          patient(),
          mandatory(KIND, Kind.TEXT, "hai, systemic, ..."),
          of(SETTING, Kind.TEXT, "as delivered; nothing is derived from it"),
          mandatory(START_DATE, Kind.DATE, "started"),
          of(END_DATE, Kind.DATE, "ended"));

  public static final TableDefinition RECURRENCE =
      table(
          "recurrence",
          List.of(PATIENT_ID, RECURRENCE_DATE, SITE),
          "a site of a recurrence",
          patient(),
          mandatory(RECURRENCE_DATE, Kind.DATE, "diagnosed"),
          levels(SITE, "where", "liver", "lung", "other").required());

  public static final TableDefinition EXTRAHEPATIC =
      table(
          "extrahepatic",
          List.of(PATIENT_ID, FOUND_DATE, SITE),
          "extrahepatic disease at or before the operation",
          patient(),
          mandatory(FOUND_DATE, Kind.DATE, "found"),
          of(SITE, Kind.TEXT, "where"),
          of(RESECTED_DATE, Kind.DATE, "completely resected; null when it never was"));

  public static final TableDefinition FOLLOW_UP =
      table(
          "follow_up",
          List.of(PATIENT_ID),
          "a patient's last contact",
          patient(),
          mandatory(LAST_CONTACT_DATE, Kind.DATE, "last contact, the death included"),
          levels(VITAL_STATUS, "at last contact", "alive", "dead").required(),
          of(DEATH_DATE, Kind.DATE, "died"));

  public static final TableDefinition DELIVERED =
      table(
          "delivered",
          List.of(PATIENT_ID, VARIABLE),
          "a variable that came ready-made; fills the subject's variable of that name",
          patient(),
          mandatory(VARIABLE, Kind.TEXT, "the subject's variable, or a name of the centre's own"),
          of(VALUE, Kind.TEXT, "its value as text: a number, true/false, or a level"));

  public static final TableDefinition DELIVERED_ENDPOINT =
      table(
          "delivered_endpoint",
          List.of(PATIENT_ID, ENDPOINT),
          "an endpoint that came ready-made",
          patient(),
          mandatory(ENDPOINT, Kind.TEXT, "the study's endpoint"),
          mandatory(TIME, Kind.INTEGER, "days from the operation; months x 30.4375, rounded"),
          mandatory(EVENT, Kind.BOOLEAN, "whether the event was observed"));

  /** Every registry table, in the order a reader would want. */
  public static final List<TableDefinition> ALL =
      List.of(
          PATIENT,
          CROSSWALK,
          PRIMARY_TUMOR,
          LIVER_OPERATION,
          LESION,
          SPECIMEN,
          CEA,
          TREATMENT,
          RECURRENCE,
          EXTRAHEPATIC,
          FOLLOW_UP,
          DELIVERED,
          DELIVERED_ENDPOINT);

  private Registry() {}

  private static Column patient() {
    return mandatory(PATIENT_ID, Kind.IDENTIFIER, "the patient");
  }

  private static TableDefinition table(
      String name, List<String> key, String meaning, Column... columns) {
    List<Column> all = new ArrayList<>(LINEAGE);
    all.addAll(List.of(columns));
    List<String> full = new ArrayList<>(List.of(CENTER));
    full.addAll(key);
    return new TableDefinition(name, Layer.SILVER, full, all, meaning);
  }
}
