package org.hepatica.formula;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The right side of a regression's formula on a table: terms, strata, cluster, offset. */
public final class ModelTerms {

  private final String source;
  private final Schema schema;
  private final List<String> labels;
  private final List<String> written;
  private final TermList list;
  private final List<Variable> strata;
  private final List<Expression> offsets;
  private final Optional<String> cluster;
  private final Set<String> columns = new LinkedHashSet<>();
  private final Set<String> required = new LinkedHashSet<>();

  ModelTerms(Formula formula, Schema schema) {
    this.source = formula.source();
    this.schema = schema;
    TermList all = formula.expand(schema);
    Specials specials = new Specials(source, schema);
    specials.checkAlone(all, formula.right());
    this.strata = specials.strata(all);
    this.offsets = specials.offsets(all);
    this.cluster = specials.cluster(all);
    TermList kept = all.without(variable -> variable.isCallOf("cluster"));
    kept = cluster.isPresent() ? kept.rebuilt() : kept;
    for (Variable variable : kept.variables()) {
      columns.addAll(Columns.of(variable.expression()));
      required.addAll(Columns.required(variable.expression()));
    }
    cluster.ifPresent(columns::add);
    cluster.ifPresent(required::add);
    this.written = kept.labels();
    TermList plain = kept.without(Specials::isSpecial);
    this.labels = plain.labels();
    this.list = strata.isEmpty() ? plain : plain.rebuilt();
    VariableCheck check = new VariableCheck(source, schema);
    list.terms().stream().flatMap(term -> list.of(term).stream()).forEach(check::check);
  }

  /** The terms' labels, in R's order. */
  public List<String> labels() {
    return labels;
  }

  /** The terms' labels with those of strata and offsets in their places. */
  public List<String> written() {
    return written;
  }

  /** What each term is a product of, as R prints it, in the order of {@link #labels}. */
  public List<Set<String>> variables() {
    return list.terms().stream()
        .map(
            term ->
                list.of(term).stream().map(Variable::label).collect(Collectors.toUnmodifiableSet()))
        .toList();
  }

  /** The columns of the right side, also those of terms taken out again ({@code . - id}). */
  public List<String> columns() {
    return List.copyOf(columns);
  }

  /**
   * Those in which a missing value is enough for R to drop the row. Whether one in another drops it
   * ({@code I(x > 2 | y)}), {@link MatrixRow} tells.
   */
  public List<String> requiredColumns() {
    return List.copyOf(required);
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

  /**
   * The model matrix where no column has levels. Its strata have made-up ones: it is for rows that
   * tell their stratum by its value, not by a number among levels.
   *
   * @return empty if a column has levels
   */
  public Optional<ModelMatrix> matrixOfNumbers() {
    LevelRecorder recorder = new LevelRecorder();
    Inputs inputs = new Inputs(source, schema, recorder);
    list.variables().forEach(variable -> inputs.foresee(variable.expression()));
    CodedTerms.of(list, labels, new VariableCompiler(source, schema, inputs));
    return recorder.needs().isEmpty() ? Optional.of(matrix(recorder)) : Optional.empty();
  }

  /** The model matrix, once the levels are known. */
  public ModelMatrix matrix(Levels levels) {
    Inputs inputs = new Inputs(source, schema, levels);
    list.variables().forEach(variable -> inputs.foresee(variable.expression()));
    strata.forEach(variable -> inputs.foresee(variable.expression()));
    VariableCompiler compiler = new VariableCompiler(source, schema, inputs);
    CodedTerms coded = CodedTerms.of(list, labels, compiler);
    List<Program> offset = offsets.stream().map(compiler::number).toList();
    Grouping groups =
        strata.isEmpty() ? null : new StrataCompiler(source, schema, compiler).compile(strata);
    return new ModelMatrix(
        inputs.all(), coded.variables(), coded.columns(), coded.products(), offset, groups);
  }
}
