package org.hepatica.table;

import static org.hepatica.table.Column.levels;
import static org.hepatica.table.Column.mandatory;
import static org.hepatica.table.Column.of;
import static org.hepatica.table.Registry.CENTER;
import static org.hepatica.table.Registry.PATIENT_ID;

import java.util.List;

/** What a study derives: subjects, cohort flow, endpoints. */
public final class Gold {

  // Subject: events around the operation
  public static final String OPERATION_PRECISION = "operation_precision";
  public static final String FIRST_STAGE_DATE = "first_stage_date";
  public static final String RESECTIONS = "resections";
  public static final String COMPLETE_RESECTIONS = "complete_resections";
  public static final String PRIMARY_RESECTION_DATE = "primary_resection_date";
  public static final String FOLLOWED_PAST_CUT_OFF = "followed_past_cut_off";
  public static final String DEATH_OBSERVED = "dead";
  public static final String FIRST_RECURRENCE_DATE = "first_recurrence_date";
  public static final String FIRST_LIVER_RECURRENCE_DATE = "first_liver_recurrence_date";
  public static final String RECURRENCE_SITE = "recurrence_site";
  public static final String RECURRENCE_LIVER_ONLY = "recurrence_liver_only";
  // Subject: variables
  public static final String AGE = "age";
  public static final String NODE_POSITIVE = "node_positive";
  public static final String SYNCHRONOUS = "synchronous";
  public static final String DISEASE_FREE_INTERVAL_DAYS = "disease_free_interval_days";
  public static final String DFI_LT_12_MONTHS = "disease_free_interval_lt_12_months";
  public static final String NUMBER_OF_METASTASES = "number_of_metastases";
  public static final String LARGEST_METASTASIS_CM = "largest_metastasis_cm";
  public static final String CEA_DATE = "cea_date";
  public static final String MAJOR_HEPATECTOMY = "major_hepatectomy";
  public static final String TWO_STAGE = "two_stage";
  public static final String EXTRAHEPATIC_DISEASE = "extrahepatic_disease";
  public static final String EXTRAHEPATIC_UNRESECTED = "extrahepatic_unresected";
  public static final String EXPOSURE_CLASS = "exposure_class";
  public static final String EXPOSED = "exposed";
  public static final String EXPOSURE_START_DAYS = "exposure_start_days";
  public static final String PERIOPERATIVE = "perioperative";
  public static final String SCORE = "score";
  public static final String SCORE_LOWER = "score_lower";
  public static final String SCORE_UPPER = "score_upper";
  public static final String SCORE_MISSING = "score_missing";
  public static final String DELIVERED = "delivered";
  public static final String ORIGIN = "origin";
  public static final String DELIVERED_TIME = "delivered_time";
  public static final String DELIVERED_EVENT = "delivered_event";
  public static final String ENDPOINT_PROBLEM = "endpoint_problem";
  public static final String HAS_ENDPOINT = "has_endpoint";
  public static final String IN_COHORT = "in_cohort";
  public static final String IN_ANALYSIS = "in_analysis";
  public static final String EXCLUDED_BY = "excluded_by";
  // Flow
  public static final String STEP = "step";
  public static final String RULE_ID = "rule_id";
  public static final String LABEL = "label";
  public static final String N_IN = "n_in";
  public static final String N_OUT = "n_out";
  public static final String N_EXCLUDED = "n_excluded";
  // ADTTE
  public static final String USUBJID = "USUBJID";
  public static final String PARAMCD = "PARAMCD";
  public static final String PARAM = "PARAM";
  public static final String AVAL = "AVAL";
  public static final String AVALU = "AVALU";
  public static final String CNSR = "CNSR";
  public static final String STARTDT = "STARTDT";
  public static final String ADT = "ADT";
  public static final String EVNTDESC = "EVNTDESC";
  public static final String CNSDTDSC = "CNSDTDSC";

  public static final TableDefinition SUBJECT =
      new TableDefinition(
          "subject",
          Layer.GOLD,
          List.of(CENTER, PATIENT_ID),
          List.of(
              mandatory(CENTER, Kind.TEXT, "the centre"),
              mandatory(PATIENT_ID, Kind.IDENTIFIER, "the patient"),
              levels(Registry.SEX, "sex", "male", "female"),
              of(AGE, Kind.INTEGER, "completed years at the operation"),
              mandatory(RESECTIONS, Kind.INTEGER, "liver resections, in any period"),
              mandatory(COMPLETE_RESECTIONS, Kind.INTEGER, "complete ones, in any period"),
              of(Registry.OPERATION_ID, Kind.IDENTIFIER, "the index operation"),
              of(Registry.OPERATION_DATE, Kind.DAY, "time zero"),
              of(OPERATION_PRECISION, Kind.TEXT, "day, month, year or relative"),
              of(FIRST_STAGE_DATE, Kind.DAY, "first stage of a two-stage operation"),
              levels(Registry.MARGIN, "worst margin of the index operation", "R0", "R1", "R2"),
              of(Registry.SEGMENTS, Kind.INTEGER, "resected segments"),
              of(MAJOR_HEPATECTOMY, Kind.BOOLEAN, "3 or more segments, or as delivered"),
              of(Registry.ABLATION, Kind.BOOLEAN, "any ablation with the index operation"),
              of(TWO_STAGE, Kind.BOOLEAN, "two-stage hepatectomy"),
              of(PRIMARY_RESECTION_DATE, Kind.DAY, "resection of the primary"),
              of(Registry.LIVER_METASTASIS_DATE, Kind.DAY, "diagnosis of liver metastases"),
              of(NODE_POSITIVE, Kind.BOOLEAN, "node-positive primary"),
              of(SYNCHRONOUS, Kind.BOOLEAN, "metastases diagnosed before or at the resection"),
              of(DISEASE_FREE_INTERVAL_DAYS, Kind.INTEGER, "primary's resection to metastases"),
              of(DFI_LT_12_MONTHS, Kind.BOOLEAN, "less than 12 calendar months"),
              of(NUMBER_OF_METASTASES, Kind.INTEGER, "from pathology, stages summed"),
              of(LARGEST_METASTASIS_CM, Kind.QUANTITY, "from pathology, cm"),
              of(Registry.CEA_NG_ML, Kind.QUANTITY, "latest within 3 months before, ng/mL"),
              of(CEA_DATE, Kind.DAY, "drawn"),
              of(EXTRAHEPATIC_DISEASE, Kind.BOOLEAN, "extrahepatic disease at or before"),
              of(EXTRAHEPATIC_UNRESECTED, Kind.BOOLEAN, "some of it never resected"),
              levels(
                  EXPOSURE_CLASS,
                  "when the exposure was given",
                  "none",
                  "adjuvant",
                  "before and after",
                  "before only",
                  "late",
                  "after recurrence"),
              of(EXPOSED, Kind.BOOLEAN, "adjuvant, or before and after"),
              of(
                  EXPOSURE_START_DAYS,
                  Kind.INTEGER,
                  "days from the operation to the first later start"),
              of(PERIOPERATIVE, Kind.BOOLEAN_MAP, "by name of the study's perioperative section"),
              of(Genomic.GENE_STATE, Kind.TEXT, "one of the five states"),
              of(Genomic.GENE_STATUS_NAME, Kind.TEXT, "WT, MUT; null is unknown"),
              of(Genomic.DECIDING_PLATFORM, Kind.TEXT, "platform that decided the status"),
              of(Genomic.VARIANTS, Kind.TEXTS, "protein changes"),
              of(SCORE, Kind.INTEGER, "the study's score; null unless all components are known"),
              of(SCORE_LOWER, Kind.INTEGER, "missing counted 0"),
              of(SCORE_UPPER, Kind.INTEGER, "missing counted 1"),
              of(SCORE_MISSING, Kind.TEXTS, "components that are missing"),
              of(Registry.LAST_CONTACT_DATE, Kind.DAY, "last contact, or the data cut-off"),
              of(FOLLOWED_PAST_CUT_OFF, Kind.BOOLEAN, "the data cut-off ends the follow-up"),
              of(DEATH_OBSERVED, Kind.BOOLEAN, "died by then"),
              of(Registry.DEATH_DATE, Kind.DAY, "died"),
              of(FIRST_RECURRENCE_DATE, Kind.DAY, "first recurrence after time zero"),
              of(FIRST_LIVER_RECURRENCE_DATE, Kind.DAY, "first liver recurrence"),
              of(RECURRENCE_SITE, Kind.TEXT, "class of the first episode: liver, lung, other"),
              of(RECURRENCE_LIVER_ONLY, Kind.BOOLEAN, "the first episode is in the liver alone"),
              of(DELIVERED, Kind.TEXT_MAP, "ready-made variables by name, as text"),
              of(ORIGIN, Kind.TEXT_MAP, "derived or delivered, by variable; only known ones"),
              of(DELIVERED_TIME, Kind.INTEGER_MAP, "days of ready-made endpoints, by endpoint"),
              of(DELIVERED_EVENT, Kind.BOOLEAN_MAP, "whether they are events, by endpoint"),
              of(ENDPOINT_PROBLEM, Kind.TEXT_MAP, "why an endpoint cannot be had"),
              of(HAS_ENDPOINT, Kind.BOOLEAN_MAP, "by endpoint: whether it can be had"),
              mandatory(IN_COHORT, Kind.BOOLEAN, "passes every rule that does not only mark"),
              mandatory(IN_ANALYSIS, Kind.BOOLEAN, "passes every rule"),
              of(EXCLUDED_BY, Kind.TEXT, "the first rule that excludes the patient")),
          "a patient of the registry with everything the study's rules and models look at");

  /** Intermediate, not written: what happened to a patient, seen from the index operation. */
  public static final TableDefinition COURSE =
      partOfSubject(
          "course",
          "a patient's index operation and what happened around and after it",
          List.of(
              CENTER,
              PATIENT_ID,
              RESECTIONS,
              COMPLETE_RESECTIONS,
              Registry.OPERATION_ID,
              Registry.OPERATION_DATE,
              OPERATION_PRECISION,
              FIRST_STAGE_DATE,
              Registry.MARGIN,
              Registry.SEGMENTS,
              MAJOR_HEPATECTOMY,
              Registry.ABLATION,
              TWO_STAGE,
              NUMBER_OF_METASTASES,
              LARGEST_METASTASIS_CM,
              EXPOSURE_CLASS,
              EXPOSURE_START_DAYS,
              PERIOPERATIVE,
              Registry.LAST_CONTACT_DATE,
              FOLLOWED_PAST_CUT_OFF,
              DEATH_OBSERVED,
              Registry.DEATH_DATE,
              FIRST_RECURRENCE_DATE,
              FIRST_LIVER_RECURRENCE_DATE,
              RECURRENCE_SITE,
              RECURRENCE_LIVER_ONLY,
              DELIVERED_TIME,
              DELIVERED_EVENT));

  /** Intermediate, not written: a subject before anything is said about who is in. */
  public static final TableDefinition PROFILE =
      partOfSubject(
          "profile",
          "a patient's course with covariates, gene status and score",
          SUBJECT.columns().stream()
              .map(Column::name)
              .filter(
                  name ->
                      !List.of(ENDPOINT_PROBLEM, HAS_ENDPOINT, IN_COHORT, IN_ANALYSIS, EXCLUDED_BY)
                          .contains(name))
              .toList());

  public static final TableDefinition COHORT_FLOW =
      new TableDefinition(
          "cohort_flow",
          Layer.RESULT,
          List.of(STEP),
          List.of(
              mandatory(STEP, Kind.INTEGER, "order, from 1"),
              mandatory(RULE_ID, Kind.TEXT, "the rule"),
              mandatory(LABEL, Kind.TEXT, "its label"),
              mandatory(N_IN, Kind.LONG, "patients that reach it"),
              mandatory(N_OUT, Kind.LONG, "patients that pass it"),
              mandatory(N_EXCLUDED, Kind.LONG, "patients that it excludes")),
          "an eligibility step");

  /** CDISC ADaM ADTTE; its column names are the standard's. */
  public static final TableDefinition TIME_TO_EVENT =
      new TableDefinition(
          "time_to_event",
          Layer.GOLD,
          List.of(CENTER, USUBJID, PARAMCD),
          List.of(
              mandatory(CENTER, Kind.TEXT, "the centre"),
              mandatory(USUBJID, Kind.IDENTIFIER, "the patient"),
              mandatory(PARAMCD, Kind.TEXT, "endpoint, upper case"),
              mandatory(PARAM, Kind.TEXT, "endpoint's label"),
              mandatory(AVAL, Kind.INTEGER, "days from time zero: ADT - STARTDT, without + 1"),
              mandatory(AVALU, Kind.TEXT, "DAYS"),
              mandatory(CNSR, Kind.INTEGER, "0 an event, 1 censored, 2 a competing event"),
              of(STARTDT, Kind.DAY, "time zero; null where dates are relative"),
              of(ADT, Kind.DAY, "event or censoring; null where dates are relative"),
              of(EVNTDESC, Kind.TEXT, "what the event was"),
              of(CNSDTDSC, Kind.TEXT, "what censored"),
              levels(ORIGIN, "where it comes from", "derived", "delivered").required(),
              of(
                  IN_ANALYSIS,
                  Kind.BOOLEAN,
                  "the subject's; null in rows that were written before there was this column")),
          "an endpoint of a subject");

  public static final List<TableDefinition> ALL = List.of(SUBJECT, COHORT_FLOW, TIME_TO_EVENT);

  private Gold() {}

  private static TableDefinition partOfSubject(String name, String meaning, List<String> columns) {
    return new TableDefinition(
        name, Layer.GOLD, SUBJECT.key(), columns.stream().map(SUBJECT::column).toList(), meaning);
  }
}
