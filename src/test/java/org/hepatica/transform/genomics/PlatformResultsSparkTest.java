package org.hepatica.transform.genomics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.hepatica.protocol.Study;
import org.hepatica.table.Genomic;
import org.hepatica.table.Gold;
import org.hepatica.table.HandMade;
import org.hepatica.table.Registry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is told of platforms that tested the same patients, counted by hand. */
class PlatformResultsSparkTest {

  private static final double Z2 = 1.959963984540054 * 1.959963984540054;
  private static final HandMade TABLES = new HandMade(2);

  @BeforeAll
  static void fourteenPatients() {
    sample("impact", "i1", "p01", "2010-01-31", 12, 13, 61);
    call("impact", "i1", 12, "G12D", "accepted");
    sample("sequenom", "s1", "p01", "2010-12-31", 12, 13);

    sample("impact", "i2", "p02", "2010-02-01", 61, 13, 12);
    sample("sequenom", "s2", "p02", "2011-01-01", 12, 13);
    call("sequenom", "s2", 12, "G12V", "accepted");

    sample("impact", "i3", "p03", "2011-02-01", 12, 13, 61);
    call("impact", "i3", 61, "Q61H", "accepted");
    call("impact", "i3", 12, "G12D", "accepted");
    sample("sequenom", "s3", "p03", "2011-02-01", 12, 13, 61);
    call("sequenom", "s3", 12, "G12D", "accepted");

    sample("impact", "i4", "p04", "2011-02-01", 12, 13, 61);
    call("impact", "i4", 12, null, "accepted");
    sample("sequenom", "s4", "p04", "2011-02-01", 12, 13);
    call("sequenom", "s4", 13, "G13D", "accepted");

    // Mutated where the other did not look: no disagreement.
    sample("impact", "i5", "p05", "2010-02-01", 12, 13, 61);
    call("impact", "i5", 61, "Q61H", "accepted");
    sample("sequenom", "s5", "p05", "2010-02-01", 12, 13);

    // In doubt: no definite result.
    sample("impact", "i6", "p06", "2011-02-01", 12, 13, 61);
    call("impact", "i6", 12, "G12D", "not accepted");
    sample("sequenom", "s6", "p06", "2011-02-01", 12, 13);
    call("sequenom", "s6", 12, "G12D", "accepted");

    // Germline, set aside: wild-type.
    sample("impact", "i7", "p07", "2010-02-01", 12, 13, 61);
    call("impact", "i7", 12, "G12D", "set aside");
    sample("sequenom", "s7", "p07", "2010-02-01", 12, 13);

    // Twice in a year, and once more in the next.
    sample("impact", "i8", "p08", "2011-02-01", 12, 13, 61);
    sample("impact", "i8b", "p08", "2011-03-01", 12, 13, 61);
    call("impact", "i8b", 12, "G12D", "accepted");
    sample("impact", "i8c", "p08", "2012-03-01", 12, 13, 61);
    sample("sequenom", "s8", "p08", "2012-03-01", 12, 13);
    call("sequenom", "s8", 12, "G12D", "accepted");

    // One platform, one year.
    sample("sanger", "a9", "p09", "2010-02-01", 12, 13);
    call("sanger", "a9", 13, "G13D", "accepted");
    sample("sanger", "a13", "p13", "2010-02-01", 12, 13);

    nothing("impact", "i10", "p10", "failed", true);
    sample("sequenom", "s10", "p10", "2012-02-01", 12, 13);
    nothing("impact", "i11", "p11", "called", false);
    nothing("impact", "i12", "p12", "not profiled", true);
    sample("wgs", "w14", "p14", null, 12, 13);
    call("wgs", "w14", 12, "G12D", "accepted");
  }

  private static void sample(
      String platform, String sample, String patient, String date, Integer... codons) {
    assay(platform, sample, patient, date, "called", true, codons);
  }

  private static void nothing(
      String platform, String sample, String patient, String outcome, boolean tumor) {
    assay(platform, sample, patient, "2010-02-01", outcome, tumor);
  }

  private static void assay(
      String platform,
      String sample,
      String patient,
      String date,
      String outcome,
      boolean tumor,
      Integer... codons) {
    TABLES.add(
        Genomic.ASSAY,
        patient,
        Genomic.PLATFORM,
        platform,
        Genomic.SAMPLE_ID,
        sample,
        Genomic.OUTCOME,
        outcome,
        Genomic.TUMOR,
        tumor,
        Genomic.CODONS,
        codons,
        Genomic.RESULT_DATE,
        date);
  }

  private static void call(
      String platform, String sample, int codon, String change, String acceptance) {
    TABLES.add(
        Genomic.ASSAY_CALL,
        "nobody",
        Genomic.PLATFORM,
        platform,
        Genomic.SAMPLE_ID,
        sample,
        Genomic.GENE,
        "KRAS",
        Genomic.CODON,
        codon,
        Genomic.PROTEIN_CHANGE,
        change,
        Genomic.CONSEQUENCE,
        "in-frame",
        Genomic.ACCEPTANCE,
        acceptance);
  }

  @Test
  void whoDisagreesIsListedWithWhatEachPlatformFound() {
    Map<String, String> said = new LinkedHashMap<>();
    for (Row row :
        PlatformConcordance.discordant(PlatformConcordance.pairs(TABLES)).collectAsList()) {
      said.put(
          row.getAs(Registry.PATIENT_ID),
          "%s-%s: %s at %s: %s %s"
              .formatted(
                  row.getAs("platform_a"),
                  row.getAs("platform_b"),
                  row.getAs("kind"),
                  list(row, "codons"),
                  list(row, "variants_a"),
                  list(row, "variants_b")));
    }
    assertThat(said)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "p01", "impact-sequenom: only first mutated at [12, 13]: [G12D] []",
                "p02", "impact-sequenom: only second mutated at [12, 13]: [] [G12V]",
                "p03", "impact-sequenom: other codons at [12, 13, 61]: [G12D, Q61H] [G12D]",
                "p04", "impact-sequenom: other codons at [12, 13]: [codon 12 in-frame] [G13D]"));
  }

  @Test
  void aChangeOfSeveralCodonsIsOneAtEachOfThem() {
    HandMade tables = new HandMade();
    for (String platform : List.of("impact", "sequenom")) {
      tables.add(
          Genomic.ASSAY,
          "p",
          Genomic.PLATFORM,
          platform,
          Genomic.SAMPLE_ID,
          platform + "-sample",
          Genomic.OUTCOME,
          "called",
          Genomic.TUMOR,
          true,
          Genomic.CODONS,
          new Integer[] {12, 13});
    }
    tables.add(
        Genomic.ASSAY_CALL,
        "nobody",
        Genomic.PLATFORM,
        "impact",
        Genomic.SAMPLE_ID,
        "impact-sample",
        Genomic.CODON,
        11,
        Genomic.LAST_CODON,
        12,
        Genomic.PROTEIN_CHANGE,
        "A11_G12insGA",
        Genomic.ACCEPTANCE,
        "accepted");
    List<Row> rows =
        PlatformConcordance.discordant(PlatformConcordance.pairs(tables)).collectAsList();
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).<String>getAs("kind")).isEqualTo("only first mutated");
    assertThat(list(rows.get(0), "variants_a")).containsExactly("A11_G12insGA");
  }

  private static List<Object> list(Row row, String column) {
    return row.getList(row.fieldIndex(column));
  }

  @Test
  void theyAreThoseWhoAreCounted() {
    Row counted =
        PlatformConcordance.rows(PlatformConcordance.pairs(TABLES)).collectAsList().get(0);
    // Both wild-type: p05 and p07; both mutated: p03 and p04 elsewhere, p08.
    assertThat(counted.mkString(",")).startsWith("impact,sequenom,2,1,1,3,");
    assertThat(counted.<Long>getAs("other_codons")).isEqualTo(2);
    assertThat(PlatformConcordance.rows(PlatformConcordance.pairs(TABLES)).count()).isOne();
  }

  @Test
  void aPatientCountsOnceAPlatformAndYear() {
    assertThat(
            GeneDrift.rows(TABLES).collectAsList().stream()
                .map(
                    row ->
                        "%s %d: %d of %d"
                            .formatted(row.get(0), row.get(1), row.get(3), row.get(2))))
        .containsExactly(
            "impact 2010: 2 of 4",
            "impact 2011: 3 of 3",
            "impact 2012: 0 of 1",
            "sanger 2010: 1 of 2",
            "sequenom 2010: 0 of 3",
            "sequenom 2011: 4 of 4",
            "sequenom 2012: 1 of 2");
  }

  @Test
  void aYearIsTestedAgainstThePlatformsOtherYears() {
    List<Row> rows = GeneDrift.rows(TABLES).collectAsList();
    assertThat(rows.stream().map(row -> row.<Double>getAs("p_value")).limit(3))
        .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : Double.compare(a, b))
        // Of 5 mutated among 8: 2 among 4, the likeliest; 3 of 3, or 0; 0 of 1.
        .containsExactly(1.0, 11.0 / 56, 3.0 / 8);
    assertThat(rows.get(3).<Double>getAs("p_value")).isNull();
    assertThat(rows.get(1).<Double>getAs("share")).isEqualTo(1);
    assertThat(rows.get(1).<Double>getAs("conf_low")).isCloseTo(3 / (3 + Z2), within(1e-12));
    assertThat(rows.get(2).<Double>getAs("conf_high")).isCloseTo(Z2 / (1 + Z2), within(1e-12));
  }

  @Test
  void theSpectrumIsOfMutatedPatientsOfTheCohort() {
    HandMade subjects = new HandMade();
    subject(subjects, "a", true, "mutated", "G12D");
    subject(subjects, "b", true, "mutated", "G12D", "G12D");
    subject(subjects, "c", true, "mutated", "Q61H", "G12D");
    subject(subjects, "d", true, "mutated", "c.34_36del");
    subject(subjects, "e", false, "mutated", "G13D");
    subject(subjects, "f", true, "wild-type, all codons");
    subject(subjects, "g", true, null);
    Study.ExpectedVariants expected =
        new Study.ExpectedVariants("A., 2001", Map.of("G12D", 0.3, "G12V", 0.2));

    List<Row> rows = CodonSpectrum.rows(subjects, expecting(expected)).collectAsList();

    assertThat(rows.stream().map(row -> row.mkString(",").replaceAll("0\\.\\d{9,},", "_,")))
        .containsExactly(
            "G12D,12,3,4,0.75,_,_,0.3",
            "Q61H,61,1,4,0.25,_,_,null",
            "c.34_36del,12,1,4,0.25,_,_,null",
            "G12V,12,0,4,0.0,0.0,_,0.2");
    assertThat(rows.get(3).<Double>getAs("conf_high")).isCloseTo(Z2 / (4 + Z2), within(1e-12));
  }

  @Test
  void whereNobodyIsMutatedThereIsNoSpectrum() {
    HandMade subjects = new HandMade();
    subject(subjects, "f", true, "wild-type, all codons");
    Study.ExpectedVariants expected = new Study.ExpectedVariants("A.", Map.of("G12D", 0.3));
    assertThat(CodonSpectrum.rows(subjects, expecting(expected)).collectAsList()).isEmpty();
  }

  private static void subject(
      HandMade subjects, String patient, boolean inCohort, String state, String... variants) {
    subjects.add(
        Gold.SUBJECT,
        patient,
        Gold.IN_COHORT,
        inCohort,
        Genomic.GENE_STATE,
        state,
        Genomic.VARIANTS,
        variants.length == 0 ? null : variants);
  }

  private static Study.Gene expecting(Study.ExpectedVariants expected) {
    Study.Gene kras = Landed.kras();
    return new Study.Gene(
        kras.symbol(),
        kras.aliases(),
        kras.codons(),
        kras.requiredCodons(),
        kras.conflict(),
        kras.precedence(),
        kras.somatic(),
        kras.minAlternateReads(),
        kras.minVariantFraction(),
        kras.sequenomCalls(),
        kras.changes(),
        Optional.of(expected),
        kras.locus());
  }
}
