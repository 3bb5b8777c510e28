package org.hepatica.synthetic.plan;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The covariates of one arm: Table 1 exactly, or its shares when the arm has another size. */
final class ArmPlan {

  private final Arm arm;
  private final int n;
  private final Draw draw;
  private final Member[] members;

  private ArmPlan(Arm arm, int n, Draw draw) {
    this.arm = arm;
    this.n = n;
    this.draw = draw;
    this.members = new Member[n];
    Arrays.setAll(members, i -> new Member());
  }

  static Member[] of(Arm arm, int n, Draw draw) {
    ArmPlan plan = new ArmPlan(arm, n, draw);
    if (n > 0) {
      plan.person();
      plan.disease();
      plan.cea();
      ScoreFit.fit(plan.members, arm, draw);
      plan.treatment();
    }
    return plan.members;
  }

  private void person() {
    boolean[] female = draw.flags(n, scaled(arm.female));
    double[] age = draw.shuffle(Draw.quantiles(n, arm.age));
    for (int i = 0; i < n; i++) {
      members[i].hai = arm == Arm.HAI;
      members[i].female = female[i];
      members[i].age = (int) Math.round(age[i]);
    }
  }

  private void disease() {
    int[] byNumber = Apportion.split(n, arm.metastases);
    int unknown = byNumber[4];
    double[] numbers = draw.shuffle(numbers(byNumber));
    double[] sizes = draw.shuffle(sizes());
    int[] nodes = Apportion.split(n, Arrays.stream(arm.nodes).asDoubleStream().toArray());
    int withoutNodes = Math.min(nodes[2], unknown);
    boolean[] positive = draw.flags(n - withoutNodes, nodes[0]);
    int[] interval = Apportion.split(n, Arrays.stream(arm.interval).asDoubleStream().toArray());
    double[] months = draw.shuffle(months(interval));
    for (int i = 0; i < n; i++) {
      Member m = members[i];
      m.metastases = i < unknown ? 0 : (int) numbers[i - unknown];
      m.largestCm = sizes[i];
      m.nodePositive = i < withoutNodes ? null : positive[i - withoutNodes];
      m.diseaseFreeMonths = (int) months[i];
      m.synchronous = months[i] <= 0;
    }
  }

  /** The known numbers, fewest first; more than 3 falls off geometrically up to the largest. */
  private double[] numbers(int[] byNumber) {
    double[] numbers = new double[n - byNumber[4]];
    int filled = 0;
    for (int value = 1; value <= 3; value++) {
      Arrays.fill(numbers, filled, filled + byNumber[value - 1], value);
      filled += byNumber[value - 1];
    }
    int many = byNumber[3];
    for (int i = 0; i < many; i++) {
      double p = (i + .5) / many;
      numbers[filled + i] = Math.min(arm.mostMetastases, 4 + Math.floor(-2.2 * Math.log(1 - p)));
    }
    if (many > 0) {
      numbers[numbers.length - 1] = arm.mostMetastases;
    }
    return numbers;
  }

  /** Sizes to 0.1 cm, smallest first: the printed median and range, and so many over 5 cm. */
  private double[] sizes() {
    int over = scaled(arm.overFiveCm);
    double[] points = arm.size.clone();
    points[points.length - 2] = Math.max(.55, 1 - over / (double) n);
    double[] sizes = Draw.quantiles(n, points);
    for (int i = 0; i < n; i++) {
      sizes[i] = Math.min(5.0, Math.round(sizes[i] * 10) / 10.0);
    }
    for (int i = 0; i < over; i++) {
      double z = Math.pow((i + 1.0) / over, 2.2);
      sizes[n - over + i] = Math.round((5.1 + (arm.largestCm - 5.1) * z) * 10) / 10.0;
    }
    return sizes;
  }

  private double[] months(int[] interval) {
    double[] months = new double[n];
    for (int i = 0; i < n; i++) {
      if (i < interval[0]) {
        months[i] = Math.min(0, 2 - (int) Math.sqrt(draw.below(36)));
      } else if (i < interval[0] + interval[1]) {
        months[i] = draw.between(1, 11);
      } else {
        months[i] = 12 + Math.floor(-14 * Math.log(1 - .98 * draw.uniform()));
      }
    }
    return months;
  }

  private void cea() {
    int lacking = scaled(arm.ceaLacking);
    boolean[] high = draw.flags(n - lacking, Math.min(n - lacking, scaled(arm.ceaOver200)));
    for (int i = 0; i < n; i++) {
      members[i].cea = i < lacking ? Double.NaN : cea(high[i - lacking]);
    }
  }

  /** Mostly a few ng/mL; over 200 a long tail, so that some exceed what an assay can say. */
  private double cea(boolean high) {
    double u = draw.uniform();
    double value =
        high ? 201 + 260 * Math.pow(-Math.log(1 - u), 1.6) : Math.exp(-.9 + 5.9 * Math.pow(u, 1.4));
    return Math.round(value * 10) / 10.0;
  }

  private void treatment() {
    boolean[] ablation = draw.prefer(n, count(0), i -> members[i].metastases > 1 ? .8 : 0);
    boolean[] extrahepatic = draw.flags(n, count(1));
    boolean[] major = draw.prefer(n, count(2), i -> members[i].largestCm > 5 ? .5 : 0);
    boolean[] stages = draw.prefer(n, count(3), i -> members[i].metastases > 3 ? .6 : 0);
    boolean[] margin = draw.flags(n, count(4));
    boolean[] before = draw.prefer(n, count(5), i -> members[i].metastases > 3 ? .6 : 0);
    boolean[] systemic = draw.prefer(n, count(6), i -> before[i] ? 1 : 0);
    for (int i = 0; i < n; i++) {
      Member m = members[i];
      m.ablation = ablation[i];
      m.extrahepatic = extrahepatic[i];
      m.segments = major[i] ? 3 + Math.min(draw.below(4), draw.below(4)) : draw.between(1, 2);
      m.twoStage = stages[i];
      m.marginPositive = margin[i];
      m.haiBefore = before[i];
      m.systemic = systemic[i];
    }
  }

  private int count(int which) {
    return scaled(arm.other[which]);
  }

  private int scaled(int published) {
    return arm.scaled(n, published);
  }

  /** Makes exactly {@code mutated} of the arm mutated, alike in score, margin and spread. */
  static void mutate(Member[] members, int mutated, Draw draw) {
    double[] key = new double[members.length];
    Arrays.setAll(key, i -> draw.uniform() + pattern(members[i]));
    int[] order =
        IntStream.range(0, members.length)
            .boxed()
            .sorted((a, b) -> Double.compare(key[a], key[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    boolean[] chosen = draw.systematic(members.length, mutated);
    for (int i = 0; i < order.length; i++) {
      members[order[i]].mutated = chosen[i];
    }
  }

  private static int pattern(Member m) {
    int bits = (m.marginPositive ? 1 : 0) + (m.extrahepatic ? 2 : 0) + (m.twoStage ? 4 : 0);
    return bits + 8 * Math.min(m.metastases, 4) + 64 * (m.score() > 3 ? 1 : 0);
  }
}
