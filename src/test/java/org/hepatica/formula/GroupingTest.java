package org.hepatica.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GroupingTest {

  private static final SmallTable PEOPLE = SmallTable.of("people");

  private static Groups groups(String right) {
    Formula formula = Formula.parse("Surv(time, status) ~ " + right);
    return formula.comparison(PEOPLE.schema()).groups(PEOPLE.levels(List.of()));
  }

  @Test
  void oneGroupIsCalledAll() {
    Groups groups = groups("1");
    assertThat(groups.groups().size()).isEqualTo(1);
    assertThat(groups.groups().name(0)).isEqualTo("all");
    assertThat(groups.groups().reader().group(new double[0])).isZero();
  }

  @Test
  void namesComeWithAndWithoutThePaddingOfR() {
    Grouping grouping = groups("hai + sex").groups();
    assertThat(grouping.name(1)).isEqualTo("hai=FALSE, sex=male");
    assertThat(grouping.paddedName(1)).isEqualTo("hai=FALSE, sex=male  ");
    assertThat(grouping.size()).isEqualTo(4);
  }

  @Test
  void rowsWithAMissingOrUnknownValueHaveNoGroup() {
    GroupReader reader = groups("hai + sex").groups().reader();
    assertThat(reader.group(new double[] {1, 0})).isEqualTo(2);
    assertThat(reader.group(new double[] {1, Double.NaN})).isEqualTo(Grouping.MISSING);
    assertThat(reader.group(new double[] {-1, Double.NaN})).isEqualTo(Grouping.MISSING);
    assertThat(reader.group(new double[] {1, -1})).isEqualTo(Grouping.UNKNOWN_LEVEL);
  }

  @Test
  void clusterIsNoGroup() {
    GroupTerms terms =
        Formula.parse("Surv(time, status) ~ sex + cluster(center)").curves(PEOPLE.schema());
    assertThat(terms.labels()).containsExactly("sex");
    assertThat(terms.cluster()).contains("center");
    assertThat(terms.columns()).containsExactly("sex", "center");
  }

  @Test
  void numbersAskForTheirLevels() {
    GroupTerms terms =
        Formula.parse("Surv(time, status) ~ kras + I(age > 60)").curves(PEOPLE.schema());
    assertThat(terms.levelNeeds()).containsExactly(new LevelNeed("kras", LevelNeed.Rows.USED));
  }
}
