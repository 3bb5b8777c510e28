package org.hepatica.synthetic;

import org.hepatica.synthetic.plan.Member;

/** The rules of eligibility that the extra patients fail, one each, in turn. */
enum Exclusion {
  ABLATION_ONLY("ablation-only") {
    @Override
    void apply(Member m) {
      m.ablation = true;
      m.segments = 0;
      m.metastases = 0;
      m.largestCm = Double.NaN;
      m.marginPositive = false;
      m.twoStage = false;
      m.hai = false;
      m.haiBefore = false;
    }
  },
  R2("r2") {
    @Override
    void apply(Member m) {
      m.marginPositive = true;
      m.twoStage = false;
    }
  },
  OUTSIDE_PERIOD("outside-period"),
  UNRESECTED_EXTRAHEPATIC("unresected-extrahepatic") {
    @Override
    void apply(Member m) {
      m.extrahepatic = false;
    }
  },
  HAI_AFTER_RECURRENCE_ONLY("hai-after-recurrence-only") {
    @Override
    void apply(Member m) {
      m.hai = false;
      m.haiBefore = false;
      m.overallDays = Math.max(m.overallDays, 240);
      if (m.recurrenceDays < 0 || m.overallDays - m.recurrenceDays < 120) {
        m.recurrenceDays = m.overallDays / 2;
        m.site = "liver alone";
      }
    }
  },
  NO_FOLLOW_UP("no-follow-up") {
    @Override
    void apply(Member m) {
      m.hai = false;
      m.haiBefore = false;
      m.overallDays = 0;
      m.dead = false;
      m.recurrenceDays = -1;
      m.site = null;
    }
  };

  final String id;

  Exclusion(String id) {
    this.id = id;
  }

  /** Makes the planned patient one who fails this rule, as far as dates do not. */
  void apply(Member member) {}

  static Exclusion of(long extra) {
    return values()[(int) (extra % values().length)];
  }
}
