package org.hepatica.synthetic.plan;

/**
 * Table 1 of the study, by adjuvant HAI, with what it does not print: the distribution of the
 * numbers 2 and 3, of CEA and of sizes over 5 cm, the share with a score over 3, and systemic
 * treatment. Those are chosen so that 129 of 287 and 211 of 358 have a score of 3 or more.
 */
enum Arm {
  NONE(
      308,
      new double[] {0, 27, .25, 52, .5, 62.5, .75, 71, 1, 88},
      129,
      new double[] {144, 48, 25, 70, 21},
      12,
      new double[] {0, 2.0, .5, 3.0, 1, 5.0},
      74,
      15.6,
      new int[] {187, 118, 3},
      new int[] {183, 46, 79},
      new int[] {44, 42, 119, 5, 31, 0, 288},
      0,
      36,
      129,
      36),
  HAI(
      366,
      new double[] {0, 24, .25, 47, .5, 55, .75, 63, 1, 82},
      161,
      new double[] {80, 60, 53, 173, 0},
      15,
      new double[] {0, 1.6, .5, 2.6, 1, 5.0},
      73,
      20.0,
      new int[] {234, 132, 0},
      new int[] {246, 54, 66},
      new int[] {108, 26, 154, 43, 35, 59, 361},
      8,
      40,
      211,
      66);

  /** Of the 674. */
  final int count;

  /** Age: share and completed years in turn. */
  final double[] age;

  final int female;

  /** With 1, 2, 3, more than 3 metastases, and an unknown number. */
  final double[] metastases;

  final int mostMetastases;

  /** Size up to 5 cm: share of all and centimetres in turn; the last share is replaced. */
  final double[] size;

  final int overFiveCm;
  final double largestCm;

  /** Positive, negative, unknown nodes. */
  final int[] nodes;

  /** Synchronous, metachronous within 12 months, later. */
  final int[] interval;

  /** Ablation, extrahepatic, major, two-stage, margin, HAI before, systemic. */
  final int[] other;

  final int ceaLacking;
  final int ceaOver200;

  /** With a known score of 3 or more. */
  final int scoreThree;

  /** With a known score of 4 or more. */
  final int scoreFour;

  Arm(
      int count,
      double[] age,
      int female,
      double[] metastases,
      int mostMetastases,
      double[] size,
      int overFiveCm,
      double largestCm,
      int[] nodes,
      int[] interval,
      int[] other,
      int ceaLacking,
      int ceaOver200,
      int scoreThree,
      int scoreFour) {
    this.count = count;
    this.age = age;
    this.female = female;
    this.metastases = metastases;
    this.mostMetastases = mostMetastases;
    this.size = size;
    this.overFiveCm = overFiveCm;
    this.largestCm = largestCm;
    this.nodes = nodes;
    this.interval = interval;
    this.other = other;
    this.ceaLacking = ceaLacking;
    this.ceaOver200 = ceaOver200;
    this.scoreThree = scoreThree;
    this.scoreFour = scoreFour;
  }

  /** A count of the 674 in an arm of another size. */
  int scaled(int n, int published) {
    return Apportion.part(n, published, count);
  }
}
