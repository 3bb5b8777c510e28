package org.hepatica.transform.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.hepatica.protocol.Configuration;
import org.hepatica.protocol.RuleSet;
import org.hepatica.quality.Reconciliation;
import org.hepatica.quality.RuleCounts;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;
import org.hepatica.table.TableDefinition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules that come with the program: each has rows that pass it and rows that fail it. */
class ShippedRulesSparkTest {

  private static final RuleSet RULES =
      Configuration.load(Path.of("conf/hepatica.conf"), Map.of()).rules("gholami-2019");

  /** A patient of whom every rule holds: the metastasis' month is that of the first stage. */
  private static final String WHOLE =
      """
      patient sex=male birth_date=1950-01-01
      crosswalk system=impact alias_id=%1$s-A
      primary_tumor resection_date=2000-01-10 nodal_status=positive liver_metastasis_date=2001-03
      liver_operation operation_id=%1$s-1 operation_date=2001-03-01 kind=resection stage=1 segments=2 margin=R0
      liver_operation operation_id=%1$s-2 operation_date=2001-04-15 kind=resection stage=2 segments=4 margin=R0
      lesion operation_id=%1$s-1 lesion_number=1 size_cm=3.5
      specimen accession=%1$s-S block=1 collection_date=2001-03-01 report_date=2001-03 site=metastasis tumor_share=0.5
      cea drawn_date=2001-02-20 cea_ng_ml=12
      treatment kind=hai start_date=2001-06-01 end_date=2001-12-01
      recurrence recurrence_date=2003-01-01 site=liver
      extrahepatic found_date=2000-12-01 site=lung resected_date=2001-02-01
      follow_up last_contact_date=2005-01-01 vital_status=dead death_date=2005-01-01
      delivered variable=score value=3
      delivered_endpoint endpoint=os time=1000 event=true
      """;

  /** What is changed of such a patient, and all rules that fail then. */
  private static final String CASES =
      """
      birth_date=1950-01-01 > birth_date=2000-06-01 : birth-before-primary age-at-liver-operation
      liver_metastasis_date=2001-03 > liver_metastasis_date=1949 : birth-before-metastasis
      liver_metastasis_date=2001-03 > liver_metastasis_date=2001-05 : metastasis-before-liver-operation
      birth_date=1950-01-01 > birth_date=2001-04-01 : birth-before-liver-operation birth-before-primary birth-before-metastasis age-at-liver-operation cea-after-birth
      birth_date=1950-01-01 > birth_date=1890 : age-at-liver-operation
      patient sex=male birth_date=1950-01-01 > : primary-without-patient operation-without-patient specimen-without-patient alias-without-patient
      follow_up last_contact_date=2005-01-01 vital_status=dead death_date=2005-01-01\\ndelivered variable=score value=3\\ndelivered_endpoint endpoint=os time=1000 event=true > : operation-without-follow-up
      stage=2 > stage=3 : stage-is-1-or-2
      operation_date=2001-04-15 > operation_date=2001-02-28 : stage-2-after-stage-1
      stage=1 > stage=2 : stage-2-without-stage-1
      segments=4 > segments=9 : segments-of-a-liver
      resection stage=2 > ablationonly stage=2 : margin-of-an-ablation
      size_cm=3.5 > size_cm=35 : lesion-size
      lesion_number=1 > lesion_number=0 : lesion-number
      lesion operation_id= > lesion operation_id=X : lesion-without-resection
      report_date=2001-03 > report_date=2001-02 : specimen-collected-before-report
      tumor_share=0.5 > tumor_share=50 : tumor-share
      cea_ng_ml=12 > cea_ng_ml=120000 : cea-range
      drawn_date=2001-02-20 > drawn_date=1949-02-20 : cea-after-birth
      end_date=2001-12-01 > end_date=2001-01-01 : treatment-ends-after-start
      start_date=2001-06-01 end_date=2001-12-01 > start_date=2005-06-01 : treatment-before-death
      recurrence_date=2003-01-01 > recurrence_date=2001-02-28 : recurrence-after-operation
      recurrence_date=2003-01-01 > recurrence_date=2005-02 : recurrence-before-last-contact
      resected_date=2001-02-01 > resected_date=2000-11 : extrahepatic-found-before-resected
      last_contact_date=2005-01-01 vital_status=dead death_date=2005-01-01 > last_contact_date=2001-01-01 vital_status=alive : operation-before-last-contact recurrence-before-last-contact
      death_date=2005-01-01 > death_date=2004-12 : no-contact-after-death
      death_date=2005-01-01 > death_date=2005-02 : death-is-last-contact
      vital_status=dead > vital_status=alive : no-death-of-the-living
      death_date=2005-01-01 > : death-has-a-date
      last_contact_date=2005-01-01 vital_status=dead death_date=2005-01-01 > last_contact_date=2030-01-01 vital_status=alive : contact-before-delivery
      value=3 > value=7 : delivered-score
      time=1000 > time=-1 : delivered-endpoint-time
      """;

  @TempDir static Path folder;

  private static RegistryIngest.Result result;
  private static final Map<String, Set<String>> FAILED = new TreeMap<>();
  private static final Map<String, Set<String>> EXPECTED = new TreeMap<>();

  @BeforeAll
  static void holdTheCasesAgainstTheRules() {
    Map<String, List<Map<String, String>>> files = new LinkedHashMap<>();
    add(files, "whole", WHOLE);
    EXPECTED.put("whole", Set.of());
    for (String line : CASES.lines().toList()) {
      String[] change = line.replace("\\n", "\n").split(" ?> ?| ?: ", -1);
      String[] fails = change[2].split(" ");
      String patient = "p-" + fails[0];
      String changed = WHOLE.replaceFirst(change[0], change[1]);
      assertThat(changed).as(line).isNotEqualTo(WHOLE);
      add(files, patient, changed.replace("patient \n", ""));
      EXPECTED.put(patient, new TreeSet<>(Set.of(fails)));
    }
    Delivery delivery = new Delivery(folder, IdentityCenter.CENTER);
    for (TableDefinition table : Registry.ALL) {
      List<Map<String, String>> rows = files.getOrDefault(table.name(), List.of());
      delivery.file(table.name() + ".csv", IdentityCenter.file(table, rows));
    }
    Map<String, String> names = new TreeMap<>();
    EXPECTED.keySet().forEach(name -> names.put(delivery.key().hash("north", name), name));
    EXPECTED.keySet().forEach(name -> FAILED.put(name, new TreeSet<>()));
    result = delivery.ingest(RULES);
    for (Row row : result.judged().where(RuleCounts.HELD).collectAsList()) {
      String patient = names.get(row.<String>getList(row.fieldIndex(Judged.VALUES)).get(0));
      FAILED.get(patient).addAll(row.getList(row.fieldIndex(RuleCounts.FAILED)));
    }
  }

  @Test
  void aChangedPatientFailsTheRuleThatTheChangeBreaksAndNoOther() {
    assertThat(FAILED).isEqualTo(EXPECTED);
  }

  @Test
  void everyRuleHasRowsThatPassAndRowsThatFail() {
    List<Row> counts = result.quality().collectAsList();
    assertThat(counts)
        .extracting(row -> row.<String>getAs(Operational.RULE))
        .containsExactlyInAnyOrderElementsOf(
            RULES.rules().stream().map(RuleSet.Rule::name).toList());
    assertThat(counts)
        .allSatisfy(
            row ->
                assertThat(row.<Long>getAs(Operational.FAILING))
                    .isBetween(1L, row.<Long>getAs(Operational.CHECKED) - 1));
  }

  @Test
  void whatARejectingRuleWithholdsIsInTheQuarantineAndInNoTable() {
    List<Row> counts = result.reconciliation().collectAsList();
    Reconciliation.check(counts);
    List<String> rejecting =
        RULES.rules().stream().filter(RuleSet.Rule::rejects).map(RuleSet.Rule::name).toList();
    assertThat(
            result.quarantine().select(Operational.RULE).distinct().collectAsList().stream()
                .map(row -> row.getString(0)))
        .containsExactlyInAnyOrderElementsOf(rejecting);
    long standing = Registry.ALL.stream().mapToLong(table -> result.table(table).count()).sum();
    long accepted = counts.stream().mapToLong(row -> row.<Long>getAs(Operational.ACCEPTED)).sum();
    assertThat(standing).isEqualTo(accepted);
  }

  private static void add(
      Map<String, List<Map<String, String>>> files, String patient, String text) {
    for (String line : text.formatted(patient).lines().filter(l -> !l.isBlank()).toList()) {
      String[] words = line.split(" +");
      Map<String, String> row = new LinkedHashMap<>(Map.of(Registry.PATIENT_ID, patient));
      for (int i = 1; i < words.length; i++) {
        String[] cell = words[i].split("=", 2);
        row.put(cell[0], cell[1].replace("ablationonly", "ablation only"));
      }
      files.computeIfAbsent(words[0], table -> new ArrayList<>()).add(row);
    }
  }
}
