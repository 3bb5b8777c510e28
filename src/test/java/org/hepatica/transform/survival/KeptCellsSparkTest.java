package org.hepatica.transform.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.hepatica.TestSpark;
import org.hepatica.protocol.Study;
import org.hepatica.table.Counted;
import org.hepatica.table.Gold;
import org.hepatica.table.HandMade;
import org.hepatica.table.TableDefinition;
import org.hepatica.table.Tables;
import org.hepatica.transform.Protocols;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts that follow changed subjects are those of all subjects counted anew. */
class KeptCellsSparkTest {

  private static final Study STUDY = Protocols.prognosis();
  private static final int PATIENTS = 150;

  /** What is known of a subject; null for what is missing. */
  private record Subject(boolean in, Integer age, int score, String sex, int days, int status) {}

  /** Where subjects are counted. */
  private record Place(String question, int day, int status, List<Double> pattern) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void keptCountsAreThoseCountedAnew(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, Subject> subjects = subjects(random);
    Map<Place, Long> cells = new HashMap<>();
    List<Row> questions = List.of();
    Map<String, Subject> before = Map.of();
    for (int night = 0; night < 3; night++) {
      KeptCells kept =
          night == 0 ? KeptCells.none() : kept(cells, questions, before, subjects, random);
      Analyses.Analysed maintained = run(subjects, kept);
      Analyses.Analysed anew = run(subjects, KeptCells.none());

      assertThat(maintained.cells().all()).isEqualTo(night == 0);
      assertThat(maintained.results()).isEqualTo(anew.results());
      assertThat(texts(maintained.cells().questions())).isEqualTo(texts(anew.cells().questions()));
      apply(maintained.cells(), cells);
      Map<Place, Long> counted = new HashMap<>();
      apply(anew.cells(), counted);
      assertThat(cells).isEqualTo(counted).hasSizeGreaterThan(1000);

      questions = maintained.cells().questions();
      before = new TreeMap<>(subjects);
      change(subjects, random);
    }
  }

  @Test
  void whatIsKnownToBeTooVariedIsNotCountedUntilItMayNoLongerBe() {
    Map<String, Subject> subjects = subjects(new SplittableRandom(4));
    Analyses.Analysed first = run(subjects, 100, KeptCells.none());
    Map<String, Long> atLeast = atLeast(first);
    assertThat(atLeast).isNotEmpty();
    long least = atLeast.values().stream().mapToLong(cells -> cells).min().orElseThrow();
    assertThat(least).isGreaterThan(100);
    Map<Place, Long> cells = new HashMap<>();
    apply(first.cells(), cells);
    for (long mayBeGone : new long[] {least - 101, least - 100}) {
      Map<String, Subject> some = only(subjects, firstOf(subjects, mayBeGone));

      Analyses.Analysed next =
          run(
              subjects,
              100,
              KeptCells.of(tablesOf(cells, first.cells().questions()), tables(some), tables(some)));

      assertThat(next.results()).isEqualTo(first.results());
      boolean isCountedAgain = mayBeGone == least - 100;
      assertThat(next.cells().counted().isPresent() || atLeast(next).containsValue(least))
          .isEqualTo(isCountedAgain);
    }
  }

  private static Set<String> firstOf(Map<String, Subject> subjects, long many) {
    return new HashSet<>(List.copyOf(subjects.keySet()).subList(0, (int) many));
  }

  private static Map<String, Long> atLeast(Analyses.Analysed analysed) {
    Map<String, Long> atLeast = new TreeMap<>();
    for (Row row : analysed.cells().questions()) {
      if (row.get(5) != null) {
        atLeast.put(row.getString(0), row.getLong(5));
      }
    }
    return atLeast;
  }

  @Test
  void countsThatDoNotAgreeWithWhoChangedAreRefused() {
    Map<String, Subject> subjects = subjects(new SplittableRandom(3));
    Analyses.Analysed first = run(subjects, KeptCells.none());
    Map<String, Subject> stranger = Map.of("p0", new Subject(true, 50, 2, "male", 9999, 0));
    Map<Place, Long> cells = new HashMap<>();
    apply(first.cells(), cells);
    Tables kept = tablesOf(cells, first.cells().questions());

    assertThatThrownBy(() -> run(subjects, KeptCells.of(kept, tables(stranger), tables(Map.of()))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("do not agree with the subjects who changed")
        .hasMessageContaining("--full");
  }

  private static Map<String, Subject> subjects(SplittableRandom random) {
    Map<String, Subject> subjects = new TreeMap<>();
    for (int i = 0; i < PATIENTS; i++) {
      subjects.put("p" + i, subject(random));
    }
    return subjects;
  }

  private static Subject subject(SplittableRandom random) {
    return new Subject(
        random.nextInt(12) > 0,
        random.nextInt(15) == 0 ? null : 40 + random.nextInt(40),
        random.nextInt(6),
        random.nextBoolean() ? "female" : "male",
        1 + random.nextInt(2000),
        random.nextInt(3) == 0 ? 1 : 0);
  }

  /** Some are others now, some are gone, some are new. */
  private static void change(Map<String, Subject> subjects, SplittableRandom random) {
    List<String> all = List.copyOf(subjects.keySet());
    for (int i = 0; i < 12; i++) {
      String patient = all.get(random.nextInt(all.size()));
      if (i % 4 == 0) {
        subjects.remove(patient);
      } else {
        subjects.put(patient, subject(random));
      }
      subjects.put("n" + random.nextInt(1_000_000), subject(random));
    }
  }

  /** Of those who changed, and of some who did not. */
  private static KeptCells kept(
      Map<Place, Long> cells,
      List<Row> questions,
      Map<String, Subject> before,
      Map<String, Subject> now,
      SplittableRandom random) {
    Set<String> looked = new HashSet<>(before.keySet());
    looked.addAll(now.keySet());
    looked.removeIf(
        p -> before.containsKey(p) && before.get(p).equals(now.get(p)) && random.nextInt(10) > 0);
    return KeptCells.of(
        tablesOf(cells, questions), tables(only(before, looked)), tables(only(now, looked)));
  }

  private static Map<String, Subject> only(Map<String, Subject> subjects, Set<String> some) {
    Map<String, Subject> only = new TreeMap<>(subjects);
    only.keySet().retainAll(some);
    return only;
  }

  private static Analyses.Analysed run(Map<String, Subject> subjects, int most, KeptCells kept) {
    return Analyses.run(tables(subjects), STUDY, most, kept, (name, rows) -> rows);
  }

  private static Analyses.Analysed run(Map<String, Subject> subjects, KeptCells kept) {
    return Analyses.run(tables(subjects), STUDY, kept, (name, rows) -> rows);
  }

  private static void apply(CellChanges changes, Map<Place, Long> cells) {
    changes.gone().forEach(row -> assertThat(cells.remove(place(row))).isNotNull());
    changes.come().forEach(row -> put(row, cells));
    changes.counted().ifPresent(rows -> rows.collectAsList().forEach(row -> put(row, cells)));
  }

  private static void put(Row row, Map<Place, Long> cells) {
    assertThat(cells.put(place(row), row.getLong(4))).isNull();
  }

  private static Place place(Row row) {
    List<Double> pattern =
        row.get(3) instanceof double[] made
            ? Arrays.stream(made).boxed().toList()
            : List.copyOf(row.getList(3));
    return new Place(row.getString(0), row.getInt(1), row.getInt(2), pattern);
  }

  private static List<String> texts(List<Row> rows) {
    return TestSpark.session()
        .createDataFrame(rows, Counted.QUESTIONS.schema())
        .toJSON()
        .collectAsList()
        .stream()
        .sorted()
        .toList();
  }

  private static Tables tablesOf(Map<Place, Long> cells, List<Row> questions) {
    List<Row> rows = new ArrayList<>();
    cells.forEach(
        (at, n) ->
            rows.add(
                RowFactory.create(
                    at.question(), at.day(), at.status(), at.pattern().toArray(Double[]::new), n)));
    Map<TableDefinition, List<Row>> tables =
        Map.of(Counted.CELL, rows, Counted.QUESTIONS, questions);
    return table -> TestSpark.session().createDataFrame(tables.get(table), table.schema());
  }

  private static HandMade tables(Map<String, Subject> subjects) {
    HandMade tables = new HandMade();
    subjects.forEach(
        (patient, subject) -> {
          tables.add(
              Gold.SUBJECT,
              patient,
              Gold.IN_ANALYSIS,
              subject.in(),
              "age",
              subject.age(),
              "score",
              subject.score(),
              "extrahepatic_disease",
              subject.score() > 4,
              "sex",
              subject.sex());
          for (String endpoint : List.of("OS", "RFS", "LRFS")) {
            tables.addEndpoint(patient, endpoint, subject.days(), subject.status());
          }
        });
    return tables;
  }
}
