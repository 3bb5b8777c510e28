package org.hepatica.formula;

import java.util.ArrayList;
import java.util.List;

/** Terms with their factors coded by treatment contrasts, or fully where a margin is absent. */
record CodedTerms(
    List<ModelVariable> variables, List<MatrixColumn> columns, List<Product> products) {

  /**
   * @param labels the terms' labels, which need not name the variables in the columns' order
   */
  static CodedTerms of(TermList list, List<String> labels, VariableCompiler compiler) {
    int[] used = list.terms().stream().flatMapToInt(Term::variables).distinct().sorted().toArray();
    int[] place = new int[list.variables().size()];
    List<ModelVariable> compiled = new ArrayList<>();
    for (int variable : used) {
      place[variable] = compiled.size();
      compiled.add(compiler.covariate(list.variables().get(variable)));
    }
    CodedTerms coded = new CodedTerms(compiled, new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < list.terms().size(); i++) {
      coded.add(list, i, labels.get(i), place);
    }
    return coded;
  }

  private void add(TermList list, int index, String label, int[] place) {
    Term term = list.terms().get(index);
    List<Product> made = List.of(Product.one());
    for (int variable : term.variables().toArray()) {
      ModelVariable coded = variables.get(place[variable]);
      made = Product.times(made, place[variable], coded, list.everyLevel(term, variable));
    }
    for (Product product : made) {
      columns.add(new MatrixColumn(product.name(variables), index, label));
      products.add(product);
    }
  }
}
