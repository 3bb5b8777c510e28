package org.hepatica.transform.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.ml.direct.BlockSource;
import org.hepatica.ml.direct.PlainRows;
import org.hepatica.protocol.Study;
import org.hepatica.protocol.Study.Covariate;
import org.hepatica.protocol.Study.Grouping;
import org.hepatica.survival.cox.Ties;
import org.hepatica.table.Tables;

/** Gathers what all analyses ask, so that one scan answers them; then holds the answers. */
final class Questions {

  private final Study study;
  private final Frame frame;
  private final int mostCells;
  private final List<Question> questions = new ArrayList<>();
  private final Map<Asked, Question> asked = new HashMap<>();
  private final Map<Integer, Cells> answers = new HashMap<>();
  private final KeptCells kept;
  private final BiFunction<String, Dataset<Row>, Dataset<Row>> settle;
  private final CellLedger ledger = new CellLedger();
  private int answered;
  private Dataset<Row> rows;
  private Dataset<Row> settled;

  /**
   * Of a cohort of which nothing is counted yet.
   *
   * @param mostCells of a question that is asked for a model
   */
  Questions(Study study, int mostCells) {
    this(study, mostCells, KeptCells.none(), (name, rows) -> rows);
  }

  /**
   * Of one of which some is.
   *
   * @param settle gives an intermediate of a name written down, or as it is
   */
  Questions(
      Study study,
      int mostCells,
      KeptCells kept,
      BiFunction<String, Dataset<Row>, Dataset<Row>> settle) {
    this.study = study;
    this.mostCells = mostCells;
    this.kept = kept;
    this.settle = settle;
    this.frame = new Frame(List.copyOf(study.endpoints().keySet()));
  }

  Study study() {
    return study;
  }

  /** What makes two questions the same. */
  private record Asked(int endpoint, List<Integer> places, int mostCells) {}

  /**
   * Asks for counts by places of values; an endpoint of none asks for no time. Analyses that ask
   * the same share one question.
   */
  Question ask(Optional<String> endpoint, List<Integer> places) {
    return ask(endpoint, places, Question.ANY);
  }

  /**
   * Asks for the counts that a model is fitted to. Where values are so varied that nearly every
   * subject would be a cell of its own, subjects stay where they lie: see {@link #subjects}.
   */
  Question askForModel(String endpoint, List<Integer> places) {
    return ask(Optional.of(endpoint), places, mostCells);
  }

  private Question ask(Optional<String> endpoint, List<Integer> places, int most) {
    int at = endpoint.map(frame::endpoint).orElse(Question.NO_ENDPOINT);
    return asked.computeIfAbsent(
        new Asked(at, List.copyOf(places), most),
        wanted -> {
          Question question = Question.of(questions.size(), at, places, most);
          questions.add(question);
          return question;
        });
  }

  /** The levels of every text asked for, by its SQL. */
  Map<String, List<String>> levels() {
    return frame.levels();
  }

  /** The place of a covariate's value. */
  int covariate(Covariate covariate) {
    return covariate.levels().isEmpty()
        ? frame.number(covariate.value())
        : frame.level(covariate.value(), covariate.levels());
  }

  /** The places of covariates' values. */
  List<Integer> covariates(List<Covariate> covariates) {
    return covariates.stream().map(this::covariate).toList();
  }

  /** The place of a grouping's level. */
  int grouping(String name) {
    Grouping grouping = study.groupings().get(name);
    return frame.level(grouping.value(), List.copyOf(grouping.levels().keySet()));
  }

  /** The places of groupings' levels. */
  List<Integer> groupings(List<String> names) {
    return names.stream().map(this::grouping).toList();
  }

  /** The place of a number or truth. */
  int number(String sql) {
    return frame.number(sql);
  }

  /** The place of a text's level. */
  int level(String sql, List<String> levels) {
    return frame.level(sql, levels);
  }

  /** Answers what was asked and not answered yet: from what is kept, the rest in one scan. */
  void answer(Tables tables) {
    List<Question> open = List.copyOf(questions.subList(answered, questions.size()));
    answered = questions.size();
    if (open.isEmpty()) {
      return;
    }
    rows = frame.rows(tables);
    List<Question> known = open.stream().filter(question -> kept.has(name(question))).toList();
    answerFromKept(known);
    List<Question> fresh =
        open.stream()
            .filter(question -> !known.contains(question))
            .filter(question -> !isKnownToBeTooVaried(question))
            .toList();
    if (!fresh.isEmpty()) {
      count(fresh);
    }
  }

  private boolean isKnownToBeTooVaried(Question question) {
    OptionalLong atLeast = kept.atLeast(name(question));
    boolean isTooVaried = atLeast.isPresent() && atLeast.getAsLong() > question.mostCells();
    if (isTooVaried) {
      ledger.tooVaried(name(question), atLeast.getAsLong());
    }
    return isTooVaried;
  }

  private void count(List<Question> fresh) {
    Dataset<Row> counted =
        settle.apply("counted-" + answered, CellCollector.counted(rows, frame.endpoints(), fresh));
    CellCollector.Answers found = CellCollector.answers(counted, fresh);
    answers.putAll(found.cells());
    found.atLeast().forEach((id, cells) -> ledger.tooVaried(name(questions.get(id)), cells));
    ledger.counted(counted, names(fresh));
  }

  private void answerFromKept(List<Question> known) {
    if (known.isEmpty()) {
      return;
    }
    Map<Integer, List<Cell>> changes = kept.changes(frame, known);
    for (Question question : known) {
      List<Cell> changed = changes.getOrDefault(question.id(), List.of());
      Cells now = kept.now(name(question), changed);
      if (now.size() <= question.mostCells()) {
        answers.put(question.id(), now);
        ledger.changed(name(question), changed, now);
      } else {
        ledger.tooVaried(name(question), now.size());
      }
    }
  }

  /** Names of those that are answered, by id. */
  private Map<Integer, String> names(List<Question> some) {
    return some.stream()
        .filter(this::isCounted)
        .collect(Collectors.toMap(Question::id, this::name));
  }

  /** What a question is called, wherever the same is asked. */
  private String name(Question question) {
    return CellLedger.name(endpoint(question), values(question));
  }

  private Optional<String> endpoint(Question question) {
    return question.endpoint() == Question.NO_ENDPOINT
        ? Optional.empty()
        : Optional.of(frame.endpointName(question.endpoint()));
  }

  private List<String> values(Question question) {
    return Arrays.stream(question.values()).mapToObj(frame::words).toList();
  }

  /** What is to be kept of the answers, once all is answered. */
  CellChanges changes() {
    for (Question question : questions) {
      ledger.asked(
          endpoint(question), values(question), Optional.ofNullable(answers.get(question.id())));
    }
    return ledger.changes(kept);
  }

  /** Everything that was asked. */
  List<Question> all() {
    return List.copyOf(questions);
  }

  /** The frame's rows as structs, beside centre and patient. */
  Dataset<Row> identified(Tables tables, String struct) {
    return frame.identified(tables, struct);
  }

  /** How many endpoints a row of the frame has. */
  int endpoints() {
    return frame.endpoints();
  }

  /** The answer to a question. */
  Cells of(Question question) {
    return answers.get(question.id());
  }

  /** Whether a question asked for a model has an answer. */
  boolean isCounted(Question question) {
    return answers.containsKey(question.id());
  }

  /** The subjects of a question asked for a model, as rows of its design; to be closed. */
  BlockSource subjects(Question question, Design design, Ties ties) {
    Dataset<Row> all = settled();
    List<Column> columns = new ArrayList<>();
    columns.add(all.col(Frame.time(question.endpoint())));
    columns.add(all.col(Frame.status(question.endpoint())).equalTo(0).cast("int"));
    columns.addAll(
        design.columns(
            Arrays.stream(question.values()).mapToObj(v -> all.col(frame.value(v))).toList()));
    List<Integer> places = IntStream.range(2, columns.size()).boxed().toList();
    PlainRows reader = new PlainRows(0, 1, 1, -1, false, places);
    return BlockSource.of(all.select(columns.toArray(Column[]::new)), reader, design.names(), ties);
  }

  /**
   * The frame's rows, written down for the models that look at subjects one after the other: what
   * models ask for alone, for what tables and curves ask is made of counts.
   */
  private Dataset<Row> settled() {
    Set<String> wanted = columnsOfModels();
    if (settled == null || !Set.of(settled.columns()).containsAll(wanted)) {
      Column[] columns = wanted.stream().map(name -> rows.col(name)).toArray(Column[]::new);
      settled = settle.apply("subjects-" + answered, rows.select(columns));
    }
    return settled;
  }

  private Set<String> columnsOfModels() {
    Set<String> columns = new LinkedHashSet<>();
    for (Question question : questions) {
      if (question.mostCells() != Question.ANY) {
        columns.add(Frame.time(question.endpoint()));
        columns.add(Frame.status(question.endpoint()));
        Arrays.stream(question.values()).mapToObj(frame::value).forEach(columns::add);
      }
    }
    return columns;
  }
}
