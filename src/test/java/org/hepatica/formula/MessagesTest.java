package org.hepatica.formula;

import java.util.*;
import org.junit.jupiter.api.Test;

class MessagesTest {
  @Test
  void print() {
    String[] rights = {
      "agee",
      "Age",
      "zzz",
      "ns(age, 3)",
      "pspline(age)",
      "lgo(age)",
      "frailty(center)",
      "tt(age)",
      "poly(age,2)",
      "age +",
      "(age",
      "age sex",
      "age > 1 > 2",
      "I(age && sex)",
      "I(age = 3)",
      "age ~ sex",
      "_x",
      "`age",
      "age @ b",
      "2",
      "\"a\"",
      "(age + sex)^0",
      "age^sex",
      "strata(center):age",
      "age * cluster(center)",
      "age:offset(kras)",
      "strata()",
      "strata(a = sex)",
      "cluster(center) + cluster(kras)",
      "cluster(kras + 1)",
      "age + offset(sex)",
      "offset(age, 2)",
      "log(strata(sex))",
      "log(sex)",
      "I(sex + 1)",
      "I(sex == stage)",
      "I(sex == 1)",
      "I(age %in% \"a\")",
      "I(sex %in% c(1, 2))",
      "I(age:sex)",
      "I(2)",
      "factor(age + nodes)",
      "factor(center, levels = 2)",
      "log(age, 2, 3)",
      "I(factor(sex) == \"male\")",
      "I(TRUE)",
      "age &",
      "",
      "log(age",
      "I(age[1])",
      "sqrt()",
      "1a",
      "I(\"a\" %in% sex)",
      "strata(agee)",
      "offset(agee)",
      "cluster(agee)",
      "TRUE"
    };
    for (String r : rights) show("Surv(time, status) ~ " + r, false);
    for (String f :
        new String[] {
          "time ~ age",
          "~ age",
          "",
          "Surv(time) ~ age",
          "Surv(a, b, c, d) ~ x",
          "Surv(time, status) age",
          "Surv(time, status ~ age",
          "Surv(time, ) ~ age",
          "Surv() ~ age",
          "Surv(tme, status) ~ age",
          "Surv(time, status %in% 1) ~ age",
          "Surv(time, status & hai) ~ age",
          "Surv(time, is.na(status)) ~ age",
          "Surv(time, status = c(1)) ~ age",
          "Surv(time, statu == 1) ~ age",
          "Surv(time, status",
          "Surv(time, status)"
        }) show(f, false);
    for (String r : new String[] {"sex:hai", "sex + offset(age)", "sex + agee", "sex + log(stage)"})
      show("Surv(time, status) ~ " + r, true);
  }

  void show(String f, boolean g) {
    SmallTable p = SmallTable.of("people");
    try {
      if (g) Formula.parse(f).comparison(p.schema()).groups(p.levels(List.of()));
      else Formula.parse(f).model(p.schema()).matrix(p.levels(List.of()));
      System.out.println("NO ERROR: " + f);
    } catch (FormulaException e) {
      System.out.println("----\n" + e.getMessage());
    } catch (RuntimeException e) {
      System.out.println("OTHER " + f + " " + e);
      e.printStackTrace(System.out);
    }
  }
}
