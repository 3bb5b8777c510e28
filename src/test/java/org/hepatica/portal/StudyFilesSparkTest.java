package org.hepatica.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hepatica.genomics.GenomeBuild;
import org.hepatica.protocol.Study;
import org.hepatica.table.Genomic;
import org.hepatica.table.Gold;
import org.hepatica.table.HandMade;
import org.hepatica.table.Registry;
import org.hepatica.transform.Protocols;
import org.hepatica.transform.portal.PortalAttribute;
import org.hepatica.transform.portal.PortalCohort;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From gold to the files of a study folder: each rule of the portal, and no unknown status told.
 */
class StudyFilesSparkTest {

  private static final HandMade TABLES = new HandMade(2);
  private static final int SIXTEEN = 16;

  @TempDir static Path folder;
  private static Path study;
  private static Exported exported;

  @BeforeAll
  static void write() throws IOException {
    mutated();
    wildType();
    unknown();
    subject("out", Gold.IN_COHORT, false);
    status("out", "MUT", "G12D");
    study = Files.createDirectory(folder.resolve("study"));
    exported = write(Protocols.gholami(), TABLES, study, SIXTEEN);
  }

  private static void mutated() {
    subject("two-ways", Gold.AGE, 93, Registry.SEX, "female", Gold.EXPOSED, true);
    TABLES.addEndpoint(hash("two-ways"), "OS", 1000, 0).addEndpoint(hash("two-ways"), "TTR", 5, 2);
    status("two-ways", "MUT", "G12D");
    assay("two-ways", "sanger", "S1");
    call("sanger", "S1", 12, "G12D", null, "missense", "accepted");
    assay("two-ways", "impact", "I1");
    call("impact", "I1", 12, "G12D", "c.35G>A", "missense", "accepted");
    call("impact", "I1", 61, "Q61H", "c.183A>C", "missense", "not accepted");
    subject("by-protein", Gold.AGE, 89, Registry.SEX, "male");
    TABLES.addEndpoint(hash("by-protein"), "OS", 0, 1).addEndpoint(hash("by-protein"), "TTR", 7, 0);
    status("by-protein", "MUT", "G13D", "Q61H");
    assay("by-protein", "sanger", "S2");
    call("sanger", "S2", 61, "Q61H", null, "missense", "accepted");
    call("sanger", "S2", 13, "G13D", "c.38G>A", "missense", "accepted");
    TABLES.add(
        Registry.SPECIMEN, hash("by-protein"), "accession", "S2", "block", "A", "site", "primary");
  }

  private static void wildType() {
    subject("wild", "largest_metastasis_cm", 0.5, "largest_metastasis_cm_qualifier", "<");
    status("wild", "WT");
    assay("wild", "sanger", "S3");
    subject("overruled", Gold.AGE, 60);
    status("overruled", "WT");
    assay("overruled", "sequenom", "Q4");
    call("sequenom", "Q4", 12, "G12V", "c.35G>T", "missense", "accepted");
  }

  private static void unknown() {
    subject("blocked", Gold.AGE, 61);
    status("blocked", null);
    assay("blocked", "sanger", "S5");
    assay("blocked", "impact", "I5");
    call("impact", "I5", 12, "G12D", "c.35G>A", "missense", "not accepted");
    subject("untested", Gold.AGE, 62);
  }

  private static void subject(String name, Object... more) {
    List<Object> values = new ArrayList<>(List.of(Gold.IN_COHORT, true, Gold.IN_ANALYSIS, true));
    values.addAll(Arrays.asList(more));
    TABLES.add(Gold.SUBJECT, hash(name), values.toArray());
  }

  private static void status(String name, String status, String... variants) {
    TABLES.add(
        Genomic.GENE_STATUS,
        hash(name),
        Genomic.GENE,
        "KRAS",
        Genomic.GENE_STATUS_NAME,
        status,
        Genomic.VARIANTS,
        variants,
        Genomic.CODONS,
        new Integer[] {12, 13},
        Genomic.DECIDING_PLATFORM,
        "sanger",
        Genomic.DECIDING_SAMPLE,
        name.equals("by-protein") ? "S2" : "S?",
        Genomic.PLATFORMS,
        new String[] {"impact", "sanger"},
        Genomic.CONFLICT,
        name.equals("overruled"),
        Genomic.ASSAYS,
        2);
  }

  private static void assay(String name, String platform, String sample) {
    TABLES.add(
        Genomic.ASSAY,
        hash(name),
        Genomic.PLATFORM,
        platform,
        Genomic.SAMPLE_ID,
        sample,
        Genomic.OUTCOME,
        "called",
        Genomic.TUMOR,
        true);
  }

  private static void call(
      String platform,
      String sample,
      int codon,
      String protein,
      String coding,
      String consequence,
      String acceptance) {
    TABLES.add(
        Genomic.ASSAY_CALL,
        hash("call"),
        Genomic.PLATFORM,
        platform,
        Genomic.SAMPLE_ID,
        sample,
        Genomic.GENE,
        "KRAS",
        Genomic.CODON,
        codon,
        Genomic.PROTEIN_CHANGE,
        protein,
        Genomic.CODING_CHANGE,
        coding,
        Genomic.CONSEQUENCE,
        consequence,
        Genomic.ACCEPTANCE,
        acceptance);
  }

  /** 64 hexadecimal digits, as identifiers have them. */
  private static String hash(String name) {
    return "%08x%056d".formatted(name.hashCode(), 0);
  }

  private static String sample(String name) {
    return hash(name).substring(0, SIXTEEN) + "-T01";
  }

  private static Exported write(Study study, HandMade tables, Path folder, int digits)
      throws IOException {
    PortalCohort cohort = new PortalCohort(study, tables);
    return new StudyWriter(
            PortalStudy.of(study, "my_study", GenomeBuild.GRCH37), cohort.attributes())
        .write(cohort.rows(cohort.attributes(), digits).toLocalIterator(), folder);
  }

  @Test
  void itSaysWhatWasWritten() {
    assertThat(exported)
        .isEqualTo(
            new Exported(6, new Exported.Gene(4, 2, 3, 2, List.of("KRAS_12_13", "KRAS_12_13_61"))));
  }

  @Test
  void everyDataFileHasAMetaFileOfTheSameStudy() throws IOException {
    try (Stream<Path> files = Files.list(study)) {
      List<String> names = files.map(file -> file.getFileName().toString()).toList();
      List<String> data =
          names.stream()
              .filter(name -> name.startsWith("data_") && !name.startsWith("data_gene_panel_K"))
              .toList();
      assertThat(data).hasSize(4);
      for (String name : data) {
        assertThat(study.resolve(name.replaceFirst("data", "meta")))
            .content()
            .contains("data_filename: " + name + "\n")
            .contains("cancer_study_identifier: my_study\n");
      }
      assertThat(names).contains("meta_study.txt").hasSize(2 * 4 + 1 + 2 + 1);
    }
    assertThat(study.resolve("meta_study.txt"))
        .content()
        .contains("type_of_cancer: coadread\n")
        .contains("reference_genome: hg19\n")
        .contains("The data are synthetic.");
  }

  @Test
  void clinicalFilesHaveFourLinesOfTheSameWidthWithTypes() throws IOException {
    for (String name : List.of("data_clinical_patient.txt", "data_clinical_sample.txt")) {
      List<String> lines = Files.readAllLines(study.resolve(name));
      assertThat(lines.subList(0, 4)).allMatch(line -> line.startsWith("#"));
      assertThat(lines.get(4)).matches("[A-Z0-9_\t]+");
      assertThat(lines).hasSize(5 + 6);
      int width = cells(lines.get(4)).size();
      assertThat(lines).allMatch(line -> cells(line).size() == width);
      assertThat(lines.subList(0, 2))
          .allMatch(line -> cells(line).stream().noneMatch(String::isBlank));
      assertThat(cells(lines.get(2).substring(1)))
          .allMatch(t -> t.matches("STRING|NUMBER|BOOLEAN"));
      assertThat(cells(lines.get(3).substring(1))).allMatch(priority -> priority.equals("1"));
    }
  }

  @Test
  void endpointsAreMonthsOfTwoDecimalsAndAStatusWithItsNumber() throws IOException {
    Map<String, Map<String, String>> patients = byKey("data_clinical_patient.txt", "PATIENT_ID");
    Map<String, String> died = patients.get(id("two-ways"));
    assertThat(died)
        .containsEntry("OS_MONTHS", "32.85")
        .containsEntry("OS_STATUS", "1:DECEASED")
        .containsEntry("TTR_MONTHS", "0.16")
        .containsEntry("TTR_STATUS", "0:COMPETING EVENT")
        .containsEntry("RFS_MONTHS", "");
    assertThat(patients.get(id("by-protein")))
        .containsEntry("OS_MONTHS", "0.00")
        .containsEntry("OS_STATUS", "0:LIVING")
        .containsEntry("TTR_STATUS", "1:EVENT");
  }

  @Test
  void attributesAreWordsOfThePortalAndOldAgesABound() throws IOException {
    Map<String, Map<String, String>> patients = byKey("data_clinical_patient.txt", "PATIENT_ID");
    assertThat(patients.get(id("two-ways")))
        .containsEntry("AGE", ">89")
        .containsEntry("SEX", "Female")
        .containsEntry("EXPOSED", "TRUE");
    assertThat(patients.get(id("by-protein"))).containsEntry("AGE", "89");
    assertThat(patients.get(id("wild"))).containsEntry("LARGEST_METASTASIS_CM", "<0.5");
  }

  @Test
  void noDateNoIdentifierAndNoStatusIsWritten() throws IOException {
    Pattern date = Pattern.compile("\\b(?:19|20)\\d\\d-\\d\\d");
    try (Stream<Path> files = Files.walk(study)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file))
            .doesNotContainPattern(date)
            .doesNotContain(hash("wild"))
            .doesNotContainPattern("\\b(?:WT|MUT)\\b");
      }
    }
    assertThat(byKey("data_clinical_sample.txt", "SAMPLE_ID").keySet())
        .allMatch(id -> id.matches("[A-Za-z0-9._-]{1,63}"));
  }

  @Test
  void aPatientHasOneSampleAndOnlyThoseOfKnownStatusAreSequenced() throws IOException {
    List<String> all = cases("all");
    assertThat(all)
        .containsExactlyInAnyOrder(
            sample("two-ways"),
            sample("by-protein"),
            sample("wild"),
            sample("overruled"),
            sample("blocked"),
            sample("untested"))
        .containsExactlyElementsOf(byKey("data_clinical_sample.txt", "SAMPLE_ID").keySet());
    assertThat(cases("sequenced"))
        .containsExactlyInAnyOrder(
            sample("two-ways"), sample("by-protein"), sample("wild"), sample("overruled"));
    Map<String, Map<String, String>> matrix = byKey("data_gene_panel_matrix.txt", "SAMPLE_ID");
    assertThat(matrix.get(sample("blocked"))).containsEntry("mutations", "NA");
    assertThat(matrix.get(sample("untested"))).containsEntry("mutations", "NA");
    assertThat(matrix.get(sample("wild"))).containsEntry("mutations", "KRAS_12_13");
    assertThat(matrix.get(sample("by-protein"))).containsEntry("mutations", "KRAS_12_13_61");
  }

  @Test
  void aSampleTellsItsTissueAndWhoTestedIt() throws IOException {
    Map<String, Map<String, String>> samples = byKey("data_clinical_sample.txt", "SAMPLE_ID");
    assertThat(samples.get(sample("by-protein")))
        .containsEntry("SAMPLE_TYPE", "Primary")
        .containsEntry("GENE_PANEL", "KRAS_12_13_61")
        .containsEntry("PLATFORM", "sanger")
        .containsEntry("PLATFORMS", "impact, sanger")
        .containsEntry("ASSAYS", "2");
    assertThat(samples.get(sample("overruled"))).containsEntry("CONFLICT", "TRUE");
    assertThat(samples.get(sample("untested")))
        .containsEntry("SAMPLE_TYPE", "")
        .containsEntry("GENE_PANEL", "")
        .containsEntry("PLATFORM", "");
  }

  @Test
  void mutationsAreThoseThatStandEachOnceWithThePlaceThatSomeLaboratoryTold() throws IOException {
    List<Map<String, String>> mutations = rows("data_mutations.txt");
    assertThat(mutations)
        .extracting(row -> row.get("Tumor_Sample_Barcode") + " " + row.get("HGVSp_Short"))
        .containsExactlyInAnyOrder(
            sample("two-ways") + " p.G12D",
            sample("by-protein") + " p.G13D",
            sample("by-protein") + " p.Q61H");
    assertThat(of(mutations, "p.G12D"))
        .containsEntry("Hugo_Symbol", "KRAS")
        .containsEntry("Entrez_Gene_Id", "3845")
        .containsEntry("NCBI_Build", "GRCh37")
        .containsEntry("Chromosome", "12")
        .containsEntry("Start_Position", "25398284")
        .containsEntry("End_Position", "25398284")
        .containsEntry("Variant_Classification", "Missense_Mutation")
        .containsEntry("Variant_Type", "SNP")
        .containsEntry("Reference_Allele", "C")
        .containsEntry("Tumor_Seq_Allele2", "T")
        .containsEntry("Sequence_Source", "impact")
        .containsEntry("HGVSc", "c.35G>A");
    assertThat(of(mutations, "p.Q61H"))
        .containsEntry("Start_Position", "")
        .containsEntry("Reference_Allele", "")
        .containsEntry("Tumor_Seq_Allele2", "")
        .containsEntry("HGVSc", "");
  }

  @Test
  void twoPatientsOfOneIdAreRefusedUntilMoreDigitsAreTaken() throws IOException {
    HandMade twins = new HandMade();
    String same = "0123456789abcdef";
    for (String rest : List.of("0", "1")) {
      twins.add(Gold.SUBJECT, same + rest.repeat(48), Gold.IN_COHORT, true);
    }
    Path target = Files.createDirectory(folder.resolve("twins"));
    assertThatThrownBy(() -> write(Protocols.gholami(), twins, target, SIXTEEN))
        .isInstanceOf(PortalException.class)
        .hasMessageContaining("two patients have the id " + same)
        .hasMessageContaining("--digits 24");
    Path more = Files.createDirectory(folder.resolve("more"));
    assertThat(write(Protocols.gholami(), twins, more, 24).patients()).isEqualTo(2);
  }

  @Test
  void aMutationWithoutItsCallIsRefusedRatherThanReadAsWildType() throws IOException {
    HandMade tables = new HandMade();
    tables.add(Gold.SUBJECT, hash("m"), Gold.IN_COHORT, true);
    tables.add(
        Genomic.GENE_STATUS,
        hash("m"),
        Genomic.GENE,
        "KRAS",
        Genomic.GENE_STATUS_NAME,
        "MUT",
        Genomic.VARIANTS,
        new String[] {"G12D"});
    Path target = Files.createDirectory(folder.resolve("lost"));
    assertThatThrownBy(() -> write(Protocols.gholami(), tables, target, SIXTEEN))
        .isInstanceOf(PortalException.class)
        .hasMessageContaining("is mutated by [G12D], but gold/assay_call has 0");
  }

  @Test
  void withoutAGeneOrAKnownStatusThereIsNoMutationProfile() throws IOException {
    HandMade tables = new HandMade();
    tables.add(Gold.SUBJECT, hash("m"), Gold.IN_COHORT, true);
    Path none = Files.createDirectory(folder.resolve("none"));
    assertThat(write(Protocols.prognosis(), tables, none, SIXTEEN).patients()).isEqualTo(1);
    Path unknown = Files.createDirectory(folder.resolve("unknown"));
    assertThat(write(Protocols.gholami(), tables, unknown, SIXTEEN).patients()).isEqualTo(1);
    for (Path place : List.of(none, unknown)) {
      try (Stream<Path> files = Files.walk(place)) {
        assertThat(files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()))
            .containsExactlyInAnyOrder(
                "meta_study.txt",
                "meta_clinical_patient.txt",
                "data_clinical_patient.txt",
                "meta_clinical_sample.txt",
                "data_clinical_sample.txt",
                "cases_all.txt");
      }
    }
  }

  @Test
  void twoAttributesOfOneNameAreRefused() {
    PortalStudy portal = PortalStudy.of(Protocols.gholami(), "my_study", GenomeBuild.GRCH37);
    List<PortalAttribute> all = new PortalCohort(Protocols.gholami(), new HandMade()).attributes();
    assertThatThrownBy(() -> new StudyWriter(portal, List.of(all.get(0), all.get(1), all.get(0))))
        .isInstanceOf(PortalException.class)
        .hasMessageContaining("two endpoints are OS_MONTHS to the portal: rename one");
  }

  @Test
  void anEmptyCohortIsRefused() throws IOException {
    Path target = Files.createDirectory(folder.resolve("empty"));
    assertThatThrownBy(() -> write(Protocols.gholami(), new HandMade(), target, SIXTEEN))
        .isInstanceOf(PortalException.class)
        .hasMessageContaining("no patient is in the cohort");
  }

  private static String id(String name) {
    return hash(name).substring(0, SIXTEEN);
  }

  private static List<String> cells(String line) {
    return List.of(line.split("\t", -1));
  }

  private static List<String> cases(String suffix) throws IOException {
    List<String> lines = Files.readAllLines(study.resolve("case_lists/cases_" + suffix + ".txt"));
    assertThat(lines)
        .contains("cancer_study_identifier: my_study", "stable_id: my_study_" + suffix);
    String last = lines.get(lines.size() - 1);
    assertThat(last).startsWith("case_list_ids: ");
    return cells(last.substring("case_list_ids: ".length()));
  }

  private static List<Map<String, String>> rows(String file) throws IOException {
    List<String> lines =
        Files.readAllLines(study.resolve(file)).stream()
            .filter(line -> !line.startsWith("#"))
            .toList();
    List<String> names = cells(lines.get(0));
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < names.size(); i++) {
        row.put(names.get(i), cells(line).get(i));
      }
      rows.add(row);
    }
    return rows;
  }

  private static Map<String, Map<String, String>> byKey(String file, String key)
      throws IOException {
    Map<String, Map<String, String>> byKey = new LinkedHashMap<>();
    rows(file).forEach(row -> byKey.put(row.get(key), row));
    return byKey;
  }

  private static Map<String, String> of(List<Map<String, String>> mutations, String change) {
    return mutations.stream()
        .filter(row -> row.get("HGVSp_Short").equals(change))
        .findFirst()
        .orElseThrow();
  }
}
