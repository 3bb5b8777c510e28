package org.hepatica.formula;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A column of the model matrix as a product of variables' values and levels' indicators.
 *
 * @param variables places of variables
 * @param levels the level whose indicator counts, -1 for a number's value
 */
record Product(int[] variables, int[] levels) implements Serializable {

  private static final int NUMBER = -1;

  static Product one() {
    return new Product(new int[0], new int[0]);
  }

  private Product times(int variable, int level) {
    int n = variables.length;
    int[] moreVariables = Arrays.copyOf(variables, n + 1);
    int[] moreLevels = Arrays.copyOf(levels, n + 1);
    moreVariables[n] = variable;
    moreLevels[n] = level;
    return new Product(moreVariables, moreLevels);
  }

  /** Each product times each column of a variable, the earlier variables varying fastest. */
  static List<Product> times(
      List<Product> products, int variable, ModelVariable coded, boolean everyLevel) {
    List<Product> result = new ArrayList<>();
    int first = !coded.isFactor() ? NUMBER : everyLevel ? 0 : 1;
    int end = coded.isFactor() ? coded.levels().size() : 0;
    for (int level = first; level < end; level++) {
      for (Product product : products) {
        result.add(product.times(variable, level));
      }
    }
    return result;
  }

  String name(List<ModelVariable> all) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < variables.length; i++) {
      ModelVariable variable = all.get(variables[i]);
      name.append(i == 0 ? "" : ":").append(variable.label());
      name.append(levels[i] == NUMBER ? "" : variable.levels().get(levels[i]));
    }
    return name.toString();
  }

  double of(double[] values) {
    double product = 1;
    for (int i = 0; i < variables.length; i++) {
      double value = values[variables[i]];
      product *= levels[i] == NUMBER ? value : value == levels[i] ? 1 : 0;
    }
    return product;
  }

  /** The variable, where the column is nothing but a number. */
  int plainVariable() {
    return variables.length == 1 && levels[0] == NUMBER ? variables[0] : -1;
  }
}
