package org.hepatica.formula;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The right side of a regression's formula on a table: terms, strata, cluster, offset. */
public final class ModelTerms {

  private final String source;
  private final Schema schema;
  private final TermList list;
  private final List<Variable> strata;
  private final List<Expression> offsets;
  private final Optional<String> cluster;
  private final Set<String> columns = new LinkedHashSet<>();

  ModelTerms(Formula formula, Schema schema) {
    this.source = formula.source();
    this.schema = schema;
    TermList all = formula.expand(schema);
    Specials specials = new Specials(source, schema);
    specials.checkAlone(all);
    this.strata = specials.strata(all);
    this.offsets = specials.offsets(all);
    this.cluster = specials.cluster(all);
    TermList kept = all.without(variable -> variable.isCallOf("cluster"));
    kept = cluster.isPresent() ? kept.rebuilt() : kept;
    kept.variables().forEach(variable -> columns.addAll(Columns.of(variable.expression())));
    cluster.ifPresent(columns::add);
    TermList plain = kept.without(Specials::isSpecial);
    this.list = strata.isEmpty() ? plain : plain.rebuilt();
    VariableCheck check = new VariableCheck(source, schema);
    list.terms().stream().flatMap(term -> list.of(term).stream()).forEach(check::check);
  }

  /** The terms' labels, in R's order. */
  public List<String> labels() {
    return list.labels();
  }

  /**
   * The columns of the right side, in which R drops rows with a missing value: also those of terms
   * that were taken out again ({@code . - id}).
   */
  public List<String> columns() {
    return List.copyOf(columns);
  }

  /** The column of {@code cluster()}. */
  public Optional<String> cluster() {
    return cluster;
  }

  /** What {@link #matrix} will ask. */
  public List<LevelNeed> levelNeeds() {
    LevelRecorder recorder = new LevelRecorder();
    matrix(recorder);
    return recorder.needs();
  }

  /** The model matrix, once the levels are known. */
  public ModelMatrix matrix(Levels levels) {
    Inputs inputs = new Inputs(source, schema, levels);
    list.variables().forEach(variable -> inputs.foresee(variable.expression()));
    strata.forEach(variable -> inputs.foresee(variable.expression()));
    VariableCompiler compiler = new VariableCompiler(source, schema, inputs);
    CodedTerms coded = CodedTerms.of(list, compiler);
    List<Program> offset = offsets.stream().map(compiler::number).toList();
    Grouping groups =
        strata.isEmpty() ? null : new StrataCompiler(source, schema, compiler).compile(strata);
    return new ModelMatrix(
        inputs.all(),
        coded.variables(),
        new ArrayList<>(coded.columns()),
        coded.products(),
        offset,
        groups);
  }
}
