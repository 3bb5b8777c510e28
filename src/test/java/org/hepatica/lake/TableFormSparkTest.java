package org.hepatica.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.hepatica.TestSpark;
import org.hepatica.table.Column;
import org.hepatica.table.Kind;
import org.hepatica.table.Layer;
import org.hepatica.table.TableDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules and columns of a table in the lake, when it is made and when its definition changes. */
class TableFormSparkTest {

  private static final Column CENTER = Column.mandatory("center", Kind.TEXT, "whose");
  private static final Column SITE = Column.levels("site", "where", "liver", "lung's");
  private static final Column SIZE = Column.of("size", Kind.LONG, "how large");

  /** Of before there were rules. */
  private static final TableDefinition LOOSE =
      table(Column.of("center", Kind.TEXT, "whose"), Column.of("site", Kind.TEXT, "where"), SIZE);

  private static final TableDefinition STRICT = table(CENTER, SITE, SIZE);

  @TempDir private Path folder;
  private final SparkSession spark = TestSpark.session();
  private final List<String> said = new ArrayList<>();

  @Test
  void theCommitThatMakesATableGivesItItsRulesAndItsFeed() {
    Lake lake = lake();
    lake.overwrite(STRICT, rows(STRICT, row("a", "liver", 1L), row("b", null, null)));

    assertThat(lake.version(STRICT)).hasValue(0);
    assertThat(properties(lake))
        .containsEntry("delta.enableChangeDataFeed", "true")
        .containsEntry("delta.constraints.center_not_null", "`center` is not null")
        .containsKey("delta.constraints.site_levels")
        .doesNotContainKey("delta.constraints.size_not_null");
    assertThat(said).isEmpty();
  }

  @Test
  void aRowThatBreaksARuleIsRefusedWithoutItsValues() {
    Lake lake = lake();
    lake.overwrite(STRICT, rows(STRICT, row("a", "lung's", 1L)));

    assertThatThrownBy(() -> lake.overwrite(STRICT, rows(STRICT, row("a", "secret", 1L))))
        .isInstanceOf(TableException.class)
        .hasNoCause()
        .hasMessageStartingWith(
            "silver/lesion cannot be written: a row breaks the rule of its column site, that it is one of"
                + " [liver, lung's]; correct what makes site in the conf file")
        .hasMessageNotContaining("secret");
    assertThatThrownBy(
            () -> lake.replace(STRICT, rows(LOOSE, row(null, "liver", 7L)), "center is null"))
        .hasMessageContaining("the rule of its column center, that it is never null");
    assertThat(lake.version(STRICT)).hasValue(0);
  }

  @Test
  void aTableOfBeforeIsGivenItsRulesOnce() {
    lake().overwrite(LOOSE, rows(LOOSE, row("a", "liver", 1L), row("b", "lung's", 1L)));
    Lake lake = lake();
    lake.replace(STRICT, rows(STRICT, row("a", "liver", 2L)), "center = 'a'");
    lake.replace(STRICT, rows(STRICT, row("a", "liver", 3L)), "center = 'a'");

    assertThat(said).containsExactly("silver/lesion is altered: 2 rules new or changed");
    assertThat(lake.version(STRICT)).hasValue(3);
    assertThatThrownBy(
            () -> lake.replace(STRICT, rows(STRICT, row("a", "skin", 2L)), "center = 'a'"))
        .isInstanceOf(TableException.class);
  }

  @Test
  void aRuleThatRowsOfBeforeBreakWaitsForThemToGo() {
    lake()
        .replace(
            LOOSE,
            rows(LOOSE, row("a", "skin", 1L), row("b", "liver", 1L)),
            "center in ('a', 'b')",
            "center");
    Lake lake = lake();
    lake.replace(STRICT, rows(STRICT, row("b", "liver", 2L)), "center = 'b'", "center");

    assertThat(said.get(0))
        .isEqualTo(
            "silver/lesion is altered: 1 rules new or changed, 1 rules wait until rows of before"
                + " that break them are replaced");
    assertThat(properties(lake)).doesNotContainKey("delta.constraints.site_levels");

    lake.replace(STRICT, rows(STRICT, row("a", "liver", 2L)), "center = 'a'", "center");
    assertThat(properties(lake)).containsKey("delta.constraints.site_levels");
  }

  @Test
  void aRuleThatIsNoMoreIsTakenAway() {
    lake().overwrite(STRICT, rows(STRICT, row("a", "liver", 1L)));
    Lake lake = lake();
    lake.overwrite(LOOSE, rows(LOOSE, row(null, "skin", 1L)));

    assertThat(said).containsExactly("silver/lesion is altered: 2 rules gone");
    assertThat(lake.read(LOOSE).collectAsList()).containsExactly(row(null, "skin", 1L));
  }

  @Test
  void aNewColumnIsSaidAndEmptyInRowsOfBefore() {
    TableDefinition wider = table(CENTER, Column.of("depth", Kind.NUMBER, "how deep"), SITE, SIZE);
    lake().replace(STRICT, rows(STRICT, row("a", "liver", 1L)), "center = 'a'", "center");
    Lake lake = lake();
    lake.refuseLoss(List.of(wider));
    lake.replace(wider, rows(wider, row("b", 0.5, "liver", 2L)), "center = 'b'", "center");

    assertThat(said).containsExactly("silver/lesion has a new column depth");
    assertThat(lake.read(wider).collectAsList())
        .containsExactlyInAnyOrder(row("a", null, "liver", 1L), row("b", 0.5, "liver", 2L));
    assertThat(lake.at(Map.of("silver/lesion", 0L)).read(wider).collectAsList())
        .containsExactly(row("a", null, "liver", 1L));
    lake.overwrite(wider, rows(wider, row("c", 1.5, "liver", 2L)));
    assertThat(lake.read(wider).collectAsList()).containsExactly(row("c", 1.5, "liver", 2L));
    assertThat(said).hasSize(1);
  }

  @Test
  void aColumnThatIsLostOrRetypedIsRefused() {
    TableDefinition other = table(CENTER, Column.of("size", Kind.NUMBER, "how large"));
    lake().overwrite(STRICT, rows(STRICT, row("a", "liver", 1L)));

    assertThatThrownBy(() -> lake().refuseLoss(List.of(other)))
        .isInstanceOf(TableException.class)
        .hasMessage(
            "silver/lesion.site is of type string in the lake, and this version has it no more: go back to"
                + " the version that wrote it, or let it go by lake.evolve = [silver/lesion.site] in conf/hepatica.conf\n"
                + "silver/lesion.size is of type bigint in the lake, and double for this version: go back to"
                + " the version that wrote it, or let it go by lake.evolve = [silver/lesion.size] in conf/hepatica.conf");
    assertThatThrownBy(() -> lake().overwrite(other, rows(other, row("a", 1.0))))
        .isInstanceOf(TableException.class);
    assertThat(lake().version(STRICT)).hasValue(0);
  }

  @Test
  void whatTheConfigurationLetsGoIsLostOrRetypedAndSaid() {
    TableDefinition other = table(CENTER, Column.of("size", Kind.NUMBER, "how large"));
    lake()
        .replace(
            STRICT,
            rows(STRICT, row("a", "liver", 1L), row("b", "liver", 2L)),
            "center in ('a', 'b')",
            "center");
    Lake lake = lake("silver/lesion.site", "silver/lesion.size");
    lake.refuseLoss(List.of(other));
    lake.replace(other, rows(other, row("b", 2.5)), "center = 'b'", "center");

    assertThat(said)
        .contains(
            "silver/lesion loses its column site, by lake.evolve",
            "silver/lesion has its column size as double now, by lake.evolve");
    assertThat(lake.read(other).collectAsList())
        .containsExactlyInAnyOrder(row("a", 1.0), row("b", 2.5));
    assertThat(lake.at(Map.of("silver/lesion", 0L)).read(other).collectAsList())
        .containsExactlyInAnyOrder(row("a", 1.0), row("b", 2.0));
    assertThat(lake.at(Map.of("silver/lesion", 0L)).read(STRICT).collectAsList())
        .containsExactlyInAnyOrder(row("a", "liver", 1L), row("b", "liver", 2L));
  }

  private Lake lake(String... evolve) {
    return Lake.open(spark, folder, "study", new LakeTerms(3650, Set.of(evolve), said::add));
  }

  private Map<String, String> properties(Lake lake) {
    return spark
        .sql("describe detail delta.`%s`".formatted(lake.path(STRICT)))
        .select("properties")
        .head()
        .getJavaMap(0);
  }

  private static TableDefinition table(Column... columns) {
    return new TableDefinition("lesion", Layer.SILVER, List.of(), List.of(columns), "a lesion");
  }

  private static Row row(Object... values) {
    return RowFactory.create(values);
  }

  private Dataset<Row> rows(TableDefinition table, Row... rows) {
    return spark.createDataFrame(List.of(rows), table.schema());
  }
}
