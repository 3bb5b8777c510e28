package org.hepatica.transform.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.adaptive.AdaptiveSparkPlanExec;
import org.apache.spark.sql.execution.exchange.ShuffleExchangeLike;
import org.hepatica.protocol.RuleSet;
import org.hepatica.protocol.RuleSet.Rule;
import org.hepatica.quality.Reconciliation;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scala.jdk.javaapi.CollectionConverters;

/** What becomes of rows that fail quality rules. */
class RuledRowsSparkTest {

  private static final Rule SIZE =
      rule("lesion-size", "lesion", "size_cm", "size_cm <= 30", RuleSet.REJECT);
  private static final Rule SEGMENTS =
      rule("segments", "liver_operation", "segments", "segments <= 8", RuleSet.REJECT);
  private static final Rule OPERATION =
      rule(
          "lesion-without-operation",
          "lesion",
          "operation_id",
          "array_contains(liver_operation.operation_id, operation_id)",
          RuleSet.REJECT,
          "liver_operation");

  private static final String OPERATIONS =
      "patient_id,operation_id,operation_date,kind,stage,segments,extent,margin,ablation\n";
  private static final String LESIONS = "patient_id,operation_id,lesion_number,size_cm\n";

  @TempDir Path folder;

  @Test
  void aRejectedRowIsQuarantinedWithItsColumnValueAndRemedyAndTheCountsReconcile() {
    RegistryIngest.Result result =
        ingest(
            LESIONS + "A,a1,1,3\nA,a1,2,45\nA,a1,3,\nA,a1,4,45\nA,a1,4,45\n",
            OPERATIONS,
            List.of(SIZE));
    assertThat(lines(result.table(Registry.LESION))).containsExactly(2L, 4L);
    assertThat(RegistryIngestSparkTest.quarantine(result))
        .containsExactlyInAnyOrder(
            "3 record lesion-size size_cm 45.0", "5 record lesion-size size_cm 45.0");
    assertThat(result.quarantine().collectAsList())
        .allSatisfy(
            row ->
                assertThat(row.<String>getAs(Operational.REASON))
                    .isEqualTo("lesion-size is wrong; correct it"));
    assertThat(counts(result)).containsExactly("lesion.csv 5 2 2 1");
    assertThat(quality(result)).containsExactly("lesion-size reject 2 of 4");
  }

  @Test
  void aRowThatRepeatsARejectedOneIsNotAcceptedInItsPlace() {
    RegistryIngest.Result result =
        ingest(LESIONS + "A,a1,1,45\nA,a1,1,45.0\n", OPERATIONS, List.of(SIZE));
    assertThat(result.table(Registry.LESION).count()).isZero();
    assertThat(counts(result)).containsExactly("lesion.csv 2 0 2 0");
    assertThat(quality(result)).containsExactly("lesion-size reject 1 of 1");
  }

  @Test
  void aWarningIsCountedAndItsRowStays() {
    Rule warning = rule("lesion-size", "lesion", "size_cm", "size_cm <= 30", RuleSet.WARN);
    RegistryIngest.Result result =
        ingest(LESIONS + "A,a1,1,45\nA,a1,2,3\n", OPERATIONS, List.of(warning));
    assertThat(lines(result.table(Registry.LESION))).containsExactly(2L, 3L);
    assertThat(result.quarantine().count()).isZero();
    assertThat(quality(result)).containsExactly("lesion-size warn 1 of 2");
  }

  @Test
  void rulesOfPatientsSeeWhatRulesOfRowsLeave() {
    RegistryIngest.Result result =
        ingest(
            LESIONS + "A,a1,1,3\nA,a2,1,3\nB,a2,7,3\nA,a2,2,45\n",
            OPERATIONS + "A,a1,2001-01-01,resection,,12,,,\n" + "A,a2,2001-02-01,resection,,2,,,\n",
            List.of(OPERATION, SEGMENTS, SIZE));
    assertThat(lines(result.table(Registry.LESION))).containsExactly(3L);
    assertThat(quality(result))
        .containsExactlyInAnyOrder(
            "lesion-size reject 1 of 4",
            "segments reject 1 of 2",
            "lesion-without-operation reject 2 of 3");
    assertThat(counts(result))
        .containsExactlyInAnyOrder("lesion.csv 4 1 3 0", "liver_operation.csv 2 1 1 0");
    assertThat(result.quarantine().where("rule = 'lesion-without-operation'").collectAsList())
        .allSatisfy(
            row -> assertThat(row.<String>getAs(Operational.VALUE)).matches("[0-9a-f]{64}"));
  }

  @Test
  void rulesOfPatientsDoNotSeeEachOthersRejections() {
    Rule alone =
        rule(
            "one-operation",
            "liver_operation",
            "operation_id",
            "size(liver_operation) = 1",
            RuleSet.REJECT,
            "liver_operation");
    RegistryIngest.Result result =
        ingest(
            LESIONS + "A,a1,1,3\n",
            OPERATIONS + "A,a1,2001-01-01,resection,,2,,,\n" + "A,a2,2001-02-01,resection,,2,,,\n",
            List.of(alone, OPERATION));
    assertThat(result.table(Registry.LIVER_OPERATION).count()).isZero();
    assertThat(result.table(Registry.LESION).count()).isOne();
  }

  @Test
  void nothingHoldsWhereItsSqlFailsAndAllHoldsWhereAValueIsMissing() {
    Rule fragile = rule("whole", "lesion", "size_cm", "10 / (size_cm - 3) > 0", RuleSet.WARN);
    RegistryIngest.Result result =
        ingest(LESIONS + "A,a1,1,3\nA,a1,2,4\nA,a1,3,\n", OPERATIONS, List.of(fragile));
    assertThat(quality(result)).containsExactly("whole warn 1 of 3");
  }

  @Test
  void relativeDatesAreNotHeldAgainstCalendarDates() {
    Rule order =
        rule(
            "order",
            "primary_tumor",
            "resection_date",
            "in_order(resection_date, liver_metastasis_date)",
            RuleSet.WARN);
    RegistryIngest.Result result =
        delivery("primary_tumor", "A,30,,10\nB,10,,30\nC,1990,,10\nD,2001-03-20,,2001-03\n")
            .ingest(set(List.of(order)));
    assertThat(quality(result)).containsExactly("order warn 1 of 4");
  }

  @Test
  void howeverManyRulesThereAreRecordsAreReadOnceAndShuffledOnceMore() {
    List<Rule> many = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      many.add(rule("row-" + i, "lesion", "size_cm", "size_cm <> " + i, RuleSet.WARN));
      many.add(
          rule(
              "patient-" + i,
              "lesion",
              "size_cm",
              "size(liver_operation) <> " + i,
              RuleSet.REJECT,
              "liver_operation"));
    }
    SparkPlan none = plan(List.of());
    SparkPlan ofRows = plan(many.stream().filter(rule -> rule.with().isEmpty()).toList());
    SparkPlan all = plan(many);
    assertThat(leaves(ofRows)).isEqualTo(leaves(none));
    assertThat(leaves(all)).isEqualTo(leaves(none));
    assertThat(shuffles(ofRows)).isEqualTo(shuffles(none));
    assertThat(shuffles(all)).isEqualTo(shuffles(none) + 1);
  }

  private SparkPlan plan(List<Rule> rules) {
    SparkPlan plan =
        delivery("lesion", "A,a1,1,3\n")
            .unsettled(set(rules))
            .judged()
            .queryExecution()
            .executedPlan();
    return plan instanceof AdaptiveSparkPlanExec adaptive ? adaptive.initialPlan() : plan;
  }

  private static int leaves(SparkPlan plan) {
    return plan.collectLeaves().size();
  }

  private static long shuffles(SparkPlan plan) {
    return all(plan).stream().filter(ShuffleExchangeLike.class::isInstance).count();
  }

  private static List<SparkPlan> all(SparkPlan plan) {
    List<SparkPlan> all = new ArrayList<>(List.of(plan));
    CollectionConverters.asJava(plan.children()).forEach(child -> all.addAll(all(child)));
    return all;
  }

  private RegistryIngest.Result ingest(String lesions, String operations, List<Rule> rules) {
    Delivery delivery = delivery("lesion", lesions.substring(LESIONS.length()));
    delivery.file("liver_operation.csv", operations);
    return delivery.ingest(set(rules));
  }

  /** Empty files of all tables but one. */
  private Delivery delivery(String table, String rows) {
    Delivery delivery = new Delivery(folder, IdentityCenter.CENTER);
    Registry.ALL.forEach(
        each ->
            delivery.file(
                each.name() + ".csv",
                IdentityCenter.header(each) + (each.name().equals(table) ? rows : "")));
    return delivery;
  }

  private static RuleSet set(List<Rule> rules) {
    return new RuleSet("q", "q", rules);
  }

  private static Rule rule(
      String name, String table, String column, String must, String severity, String... with) {
    return new Rule(
        name, table, column, must, severity, name + " is wrong; correct it", List.of(with));
  }

  private static List<Long> lines(Dataset<Row> table) {
    return table.collectAsList().stream()
        .map(row -> row.<Long>getAs(Registry.SOURCE_LINE))
        .sorted()
        .toList();
  }

  private static List<String> counts(RegistryIngest.Result result) {
    List<Row> rows = result.reconciliation().collectAsList();
    Reconciliation.check(rows);
    return rows.stream()
        .map(
            row ->
                "%s %d %d %d %d"
                    .formatted(
                        row.getAs(Registry.SOURCE_FILE),
                        row.<Long>getAs(Operational.RECORDS),
                        row.<Long>getAs(Operational.ACCEPTED),
                        row.<Long>getAs(Operational.QUARANTINED),
                        row.<Long>getAs(Operational.DUPLICATES)))
        .toList();
  }

  private static List<String> quality(RegistryIngest.Result result) {
    assertThat(result.quality().schema()).isEqualTo(Operational.QUALITY.schema());
    return result.quality().collectAsList().stream()
        .map(
            row ->
                "%s %s %d of %d"
                    .formatted(
                        row.getAs(Operational.RULE),
                        row.getAs(Operational.SEVERITY),
                        row.<Long>getAs(Operational.FAILING),
                        row.<Long>getAs(Operational.CHECKED)))
        .toList();
  }
}
