package org.hepatica.synthetic.plan;

import java.util.Arrays;

/**
 * Exchanges components of the clinical risk score between two patients until exactly as many as
 * published have 3 or more, and the planned number more than 3. An exchange leaves every
 * component's own counts as they are.
 */
final class ScoreFit {

  private static final int TRIES = 200_000;

  private final Member[] scored;
  private final int wantThree;
  private final int wantFour;
  private int three;
  private int four;

  private ScoreFit(Member[] scored, int wantThree, int wantFour) {
    this.scored = scored;
    this.wantThree = wantThree;
    this.wantFour = wantFour;
  }

  static void fit(Member[] members, Arm arm, Draw draw) {
    Member[] scored = Arrays.stream(members).filter(Member::scored).toArray(Member[]::new);
    int n = members.length;
    ScoreFit fit =
        new ScoreFit(scored, arm.scaled(n, arm.scoreThree), arm.scaled(n, arm.scoreFour));
    if (scored.length > 1) {
      fit.run(draw);
    }
  }

  private void run(Draw draw) {
    for (Member m : scored) {
      count(m, 1);
    }
    for (int i = 0; i < TRIES && distance() > 0; i++) {
      Member a = scored[draw.below(scored.length)];
      Member b = scored[draw.below(scored.length)];
      int component = draw.below(5);
      int before = distance();
      exchange(a, b, component);
      if (distance() > before) {
        exchange(a, b, component);
      }
    }
  }

  private int distance() {
    return Math.abs(three - wantThree) + Math.abs(four - wantFour);
  }

  private void count(Member m, int by) {
    int score = m.score();
    three += score >= 3 ? by : 0;
    four += score > 3 ? by : 0;
  }

  private void exchange(Member a, Member b, int component) {
    if (a == b) {
      return;
    }
    count(a, -1);
    count(b, -1);
    swap(a, b, component);
    count(a, 1);
    count(b, 1);
  }

  private static void swap(Member a, Member b, int component) {
    switch (component) {
      case 0 -> {
        Boolean node = a.nodePositive;
        a.nodePositive = b.nodePositive;
        b.nodePositive = node;
      }
      case 1 -> {
        int months = a.diseaseFreeMonths;
        a.diseaseFreeMonths = b.diseaseFreeMonths;
        b.diseaseFreeMonths = months;
        a.synchronous = a.diseaseFreeMonths <= 0;
        b.synchronous = b.diseaseFreeMonths <= 0;
      }
      case 2 -> {
        int number = a.metastases;
        a.metastases = b.metastases;
        b.metastases = number;
      }
      case 3 -> {
        double cea = a.cea;
        a.cea = b.cea;
        b.cea = cea;
      }
      default -> {
        double size = a.largestCm;
        a.largestCm = b.largestCm;
        b.largestCm = size;
      }
    }
  }
}
