package org.hepatica.transform.survival;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.hepatica.protocol.Study.Covariate;
import org.hepatica.survival.cox.Term;

/**
 * Columns of a model from the values of covariates: a truth or a number is one column, a text of k
 * levels is k - 1 indicators against the first. Interaction columns are products of two terms.
 */
final class Design {

  private final List<Covariate> covariates;
  private final List<String> names = new ArrayList<>();
  private final List<Term> terms = new ArrayList<>();
  private final boolean interaction;

  private Design(List<Covariate> covariates, boolean interaction) {
    this.covariates = List.copyOf(covariates);
    this.interaction = interaction;
    for (Covariate covariate : covariates) {
      List<String> columns = columnsOf(covariate);
      names.addAll(columns);
      terms.add(new Term(covariate.name(), columns));
    }
    if (interaction) {
      addProducts();
    }
  }

  /** The covariates alone; values in their order. */
  static Design of(List<Covariate> covariates) {
    return new Design(covariates, false);
  }

  /** Two covariates and their interaction, the last term. */
  static Design withInteraction(Covariate first, Covariate second) {
    return new Design(List.of(first, second), true);
  }

  /** Column names, in model order. */
  List<String> names() {
    return names;
  }

  /** One term a covariate, and the interaction. */
  List<Term> terms() {
    return terms;
  }

  /** The level, or unit, that a column of a covariate stands for. */
  static String level(Covariate covariate, int column) {
    if (covariate.levels().isEmpty()) {
      return covariate.unit().isEmpty() ? "yes" : covariate.unit();
    }
    return covariate.levels().get(column + 1);
  }

  /** The columns of columns of values, of covariates alone. */
  List<Column> columns(List<Column> values) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < covariates.size(); i++) {
      int levels = covariates.get(i).levels().size();
      if (levels == 0) {
        columns.add(values.get(i));
      }
      for (int level = 1; level < levels; level++) {
        columns.add(values.get(i).equalTo(level).cast("double"));
      }
    }
    return columns;
  }

  /** Writes the columns of one row of values. */
  void fill(double[] values, double[] into, int offset) {
    int column = offset;
    for (int i = 0; i < covariates.size(); i++) {
      int levels = covariates.get(i).levels().size();
      if (levels == 0) {
        into[column++] = values[i];
      }
      for (int level = 1; level < levels; level++) {
        into[column++] = values[i] == level ? 1 : 0;
      }
    }
    if (interaction) {
      int first = terms.get(0).columns().size();
      int second = terms.get(1).columns().size();
      for (int a = 0; a < first; a++) {
        for (int b = 0; b < second; b++) {
          into[column++] = into[offset + a] * into[offset + first + b];
        }
      }
    }
  }

  private void addProducts() {
    List<String> products = new ArrayList<>();
    for (String a : terms.get(0).columns()) {
      for (String b : terms.get(1).columns()) {
        products.add(a + ":" + b);
      }
    }
    String name = terms.get(0).name() + ":" + terms.get(1).name();
    names.addAll(products);
    terms.add(new Term(name, products));
  }

  private static List<String> columnsOf(Covariate covariate) {
    if (covariate.levels().isEmpty()) {
      return List.of(covariate.name());
    }
    return covariate.levels().stream().skip(1).map(level -> covariate.name() + level).toList();
  }
}
