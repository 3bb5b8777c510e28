package org.hepatica.transform.history;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.hepatica.TestSpark;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;
import org.junit.jupiter.api.Test;

class TiesSparkTest {

  private static final StructType RECORD =
      new StructType()
          .add(Registry.CENTER, DataTypes.StringType)
          .add(Registry.SOURCE_LINE, DataTypes.LongType)
          .add(Operational.LINKS, DataTypes.createArrayType(DataTypes.StringType));

  private final Ties ties = new Ties(lit(true), (name, rows) -> rows.localCheckpoint());

  @Test
  void aChainIsFollowedToItsEndWhereverItBegins() {
    Dataset<Row> records =
        records(
            List.of(
                List.of("a", "b"), List.of("b", "c"), List.of("c", "d"), List.of("e"), List.of()));

    assertThat(tied(records, "a")).containsExactly(1L, 2L, 3L);
    assertThat(tied(records, "d")).containsExactly(1L, 2L, 3L);
    assertThat(tied(records, "e")).containsExactly(4L);
    assertThat(tied(records, "x")).isEmpty();
  }

  @Test
  void whatElseIsWantedIsThereWithoutBeingTied() {
    Dataset<Row> records = records(List.of(List.of("a"), List.of("b", "c"), List.of()));

    List<Row> found =
        ties.with(records, identifiers("a"), col(Registry.SOURCE_LINE).geq(2), 2)
            .select(Registry.SOURCE_LINE, Ties.TIED)
            .collectAsList();

    assertThat(found)
        .containsExactlyInAnyOrder(
            RowFactory.create(1L, true),
            RowFactory.create(2L, false),
            RowFactory.create(3L, false));
  }

  @Test
  void randomRecordsAreTiedAsTheirIdentifiersAre() {
    Random random = new Random(7);
    for (int round = 0; round < 6; round++) {
      List<List<String>> links = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        String one = "i" + random.nextInt(45);
        String other = "i" + random.nextInt(45);
        links.add(random.nextInt(3) == 0 ? List.of(one) : List.of(one, other));
      }
      String seed = links.get(random.nextInt(links.size())).get(0);

      assertThat(tied(records(links), seed))
          .as("seed %s of %s", seed, links)
          .isEqualTo(closure(links, seed));
      assertThat(having(records(links), seed)).isEqualTo(naming(links, Set.of(seed)));
    }
  }

  private Set<Long> tied(Dataset<Row> records, String identifier) {
    return lines(ties.with(records, identifiers(identifier), lit(false), 2).where(Ties.TIED));
  }

  private static Set<Long> having(Dataset<Row> records, String identifier) {
    List<String> key = List.of(Registry.CENTER, Registry.SOURCE_LINE);
    List<Row> found =
        Ties.having(records, identifiers(identifier), key)
            .select(Registry.SOURCE_LINE)
            .collectAsList();
    assertThat(found).doesNotHaveDuplicates();
    return lines(found);
  }

  private static Set<Long> lines(Dataset<Row> records) {
    return lines(records.select(Registry.SOURCE_LINE).collectAsList());
  }

  private static Set<Long> lines(List<Row> records) {
    return records.stream()
        .map(row -> row.getLong(0))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** By adding what is named together until nothing is added. */
  private static Set<Long> closure(List<List<String>> links, String seed) {
    Set<String> known = new TreeSet<>(Set.of(seed));
    int before;
    do {
      before = known.size();
      links.stream().filter(some -> some.stream().anyMatch(known::contains)).forEach(known::addAll);
    } while (known.size() > before);
    return naming(links, known);
  }

  private static Set<Long> naming(List<List<String>> links, Set<String> identifiers) {
    Set<Long> lines = new TreeSet<>();
    for (int i = 0; i < links.size(); i++) {
      if (links.get(i).stream().anyMatch(identifiers::contains)) {
        lines.add(i + 1L);
      }
    }
    return lines;
  }

  private static Dataset<Row> records(List<List<String>> links) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < links.size(); i++) {
      rows.add(RowFactory.create("north", i + 1L, links.get(i).toArray(String[]::new)));
    }
    return TestSpark.session().createDataFrame(rows, RECORD);
  }

  private static Dataset<Row> identifiers(String one) {
    StructType type =
        new StructType()
            .add(Registry.CENTER, DataTypes.StringType)
            .add(Ties.LINK, DataTypes.StringType);
    return TestSpark.session().createDataFrame(List.of(RowFactory.create("north", one)), type);
  }
}
