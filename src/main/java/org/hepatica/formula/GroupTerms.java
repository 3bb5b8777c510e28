package org.hepatica.formula;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The right side of a formula whose every variable is a factor that makes groups. */
public final class GroupTerms {

  /** What strata() means. */
  enum Strata {
    /** Groups are compared within them, as by survdiff. */
    APART,
    /** They make groups as any other variable, as in survfit. */
    GROUPS
  }

  private final String source;
  private final Schema schema;
  private final List<Variable> factors;
  private final List<Variable> strata;
  private final Optional<String> cluster;
  private final Set<String> columns = new LinkedHashSet<>();
  private final Set<String> required = new LinkedHashSet<>();

  GroupTerms(Formula formula, Schema schema, Strata meaning) {
    this.source = formula.source();
    this.schema = schema;
    TermList all = formula.expand(schema);
    refuseInteractions(all, formula.right());
    Specials specials = new Specials(source, schema);
    specials.strata(all);
    refuseOffset(all);
    this.cluster = specials.cluster(all);
    TermList kept = all.without(variable -> variable.isCallOf("cluster"));
    for (Variable variable : kept.variables()) {
      columns.addAll(Columns.of(variable.expression()));
      required.addAll(Columns.required(variable.expression()));
    }
    cluster.ifPresent(columns::add);
    cluster.ifPresent(required::add);
    List<Variable> variables = kept.terms().stream().flatMap(t -> kept.of(t).stream()).toList();
    boolean apart = meaning == Strata.APART;
    this.strata = variables.stream().filter(v -> apart && v.isCallOf("strata")).toList();
    this.factors = variables.stream().filter(v -> !strata.contains(v)).toList();
    VariableCheck check = new VariableCheck(source, schema);
    factors.stream().filter(variable -> !Specials.isSpecial(variable)).forEach(check::check);
  }

  private void refuseInteractions(TermList all, Expression right) {
    for (Term term : all.terms()) {
      if (term.order() > 1) {
        List<Variable> variables = all.of(term);
        throw FormulaException.at(
            source,
            Occurrence.inInteraction(right, variables.get(0)),
            "the interaction " + all.label(term) + " has no meaning for groups",
            "join the variables with +: their combinations are the groups");
      }
    }
  }

  private void refuseOffset(TermList all) {
    for (Variable variable : all.variables()) {
      if (variable.isCallOf("offset")) {
        throw FormulaException.at(
            source,
            variable.expression().span(),
            "offset() has no meaning for groups",
            "take it out of the formula");
      }
    }
  }

  /** The labels of the variables that make groups. */
  public List<String> labels() {
    return factors.stream().map(Variable::label).toList();
  }

  /** The columns of the right side. */
  public List<String> columns() {
    return List.copyOf(columns);
  }

  /** Those in which a missing value is enough for R to drop the row. */
  public List<String> requiredColumns() {
    return List.copyOf(required);
  }

  /** The column of {@code cluster()}. */
  public Optional<String> cluster() {
    return cluster;
  }

  /** What {@link #groups} will ask. */
  public List<LevelNeed> levelNeeds() {
    LevelRecorder recorder = new LevelRecorder();
    groups(recorder);
    return recorder.needs();
  }

  /** The groups, once the levels are known. */
  public Groups groups(Levels levels) {
    Inputs inputs = new Inputs(source, schema, levels);
    factors.forEach(variable -> inputs.foresee(variable.expression()));
    strata.forEach(variable -> inputs.foresee(variable.expression()));
    VariableCompiler compiler = new VariableCompiler(source, schema, inputs);
    StrataCompiler ofStrata = new StrataCompiler(source, schema, compiler);
    List<ModelVariable> compiled = new ArrayList<>();
    for (Variable factor : factors) {
      boolean nested = factor.isCallOf("strata");
      compiled.add(nested ? ofStrata.asFactor(factor) : compiler.grouping(factor));
    }
    Grouping groups =
        factors.isEmpty()
            ? new Grouping(List.of(), false)
            : ofStrata.grouping(compiled, false, factors);
    Grouping apart = strata.isEmpty() ? null : ofStrata.compile(strata);
    return new Groups(inputs.all(), groups, apart);
  }
}
