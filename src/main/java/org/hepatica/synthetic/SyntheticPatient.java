package org.hepatica.synthetic;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * The planted truth of one synthetic patient; the files are written from it and nothing else.
 *
 * @param index 0 to patients - 1 for patients with a complete resection, above for those who each
 *     fail a named rule
 * @param fails the eligibility rule that the patient fails, or null: ablation-only, r2,
 *     outside-period, unresected-extrahepatic, hai-after-recurrence-only, no-follow-up, ...
 * @param female sex
 * @param ageYears completed years at the operation
 * @param operationDate time zero: the completing stage
 * @param kras planted state of the gene: WT_ALL, WT_ASSAYED, MUT, INDETERMINATE, NOT_TESTED
 * @param krasVariant protein change of a mutated patient, such as G12D, else null
 * @param hai adjuvant HAI
 * @param haiBefore HAI also before the operation
 * @param systemic perioperative systemic chemotherapy
 * @param metastases number in pathology, or null when the report is lacking
 * @param largestCm largest metastasis, cm, or null
 * @param ablation with the resection
 * @param extrahepatic extrahepatic disease, completely resected at or before the operation
 * @param synchronous metastases diagnosed before or at the resection of the primary
 * @param diseaseFreeMonths calendar months from the primary's resection to the metastases; 0 or
 *     less when synchronous
 * @param segments resected liver segments; 3 or more is major
 * @param twoStage two-stage hepatectomy
 * @param nodePositive of the primary, or null when unknown
 * @param marginPositive R1
 * @param ceaNgMl latest within 3 months before the operation, or null when lacking
 * @param overallDays operation to death or last contact
 * @param dead death observed
 * @param recurrenceDays operation to first recurrence, or null
 * @param recurrenceSite liver alone, liver with others, lung, other; null without recurrence
 */
public record SyntheticPatient(
    long index,
    String fails,
    boolean female,
    int ageYears,
    LocalDate operationDate,
    Kras kras,
    String krasVariant,
    boolean hai,
    boolean haiBefore,
    boolean systemic,
    Integer metastases,
    Double largestCm,
    boolean ablation,
    boolean extrahepatic,
    boolean synchronous,
    int diseaseFreeMonths,
    int segments,
    boolean twoStage,
    Boolean nodePositive,
    boolean marginPositive,
    Double ceaNgMl,
    int overallDays,
    boolean dead,
    Integer recurrenceDays,
    String recurrenceSite)
    implements Serializable {

  /** What the laboratories, taken together, must lead to. */
  public enum Kras {
    /** Wild-type over all six codons. */
    WT_ALL,
    /** Wild-type over the assayed codons, 12 and 13 among them. */
    WT_ASSAYED,
    /** Mutated. */
    MUT,
    /** Tested without a usable result. */
    INDETERMINATE,
    /** Never tested. */
    NOT_TESTED
  }
}
