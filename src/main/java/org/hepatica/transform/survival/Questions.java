package org.hepatica.transform.survival;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.protocol.Study;
import org.hepatica.protocol.Study.Covariate;
import org.hepatica.protocol.Study.Grouping;
import org.hepatica.table.Tables;

/** Gathers what all analyses ask, so that one scan answers them; then holds the answers. */
final class Questions {

  private final Study study;
  private final Frame frame;
  private final List<Question> questions = new ArrayList<>();
  private final Map<Asked, Question> asked = new HashMap<>();
  private final Map<Integer, Cells> answers = new HashMap<>();

  Questions(Study study) {
    this.study = study;
    this.frame = new Frame(List.copyOf(study.endpoints().keySet()));
  }

  Study study() {
    return study;
  }

  /** What makes two questions the same. */
  private record Asked(int endpoint, List<Integer> places) {}

  /**
   * Asks for counts by places of values; an endpoint of none asks for no time. Analyses that ask
   * the same share one question.
   */
  Question ask(Optional<String> endpoint, List<Integer> places) {
    int at = endpoint.map(frame::endpoint).orElse(Question.NO_ENDPOINT);
    return asked.computeIfAbsent(
        new Asked(at, List.copyOf(places)),
        wanted -> {
          Question question = Question.of(questions.size(), at, places);
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

  /** Answers what was asked and not answered yet, in one scan. */
  void answer(Tables tables) {
    List<Question> open = questions.stream().filter(q -> !answers.containsKey(q.id())).toList();
    if (!open.isEmpty()) {
      Dataset<Row> rows = frame.rows(tables);
      answers.putAll(CellCollector.answer(rows, frame.endpoints(), open));
    }
  }

  /** The answer to a question. */
  Cells of(Question question) {
    return answers.get(question.id());
  }
}
