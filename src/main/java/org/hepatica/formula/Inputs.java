package org.hepatica.formula;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The columns that programs read, numbered as they are met. */
final class Inputs {

  private final String source;
  private final Schema schema;
  private final Levels levels;
  private final Set<String> inFactor = new HashSet<>();
  private final List<Input> inputs = new ArrayList<>();

  Inputs(String source, Schema schema, Levels levels) {
    this.source = source;
    this.schema = schema;
    this.levels = levels;
  }

  /** Texts of columns inside factor() are those of all rows, wherever else the column stands. */
  void foresee(Expression expression) {
    if (expression instanceof Expression.Call call) {
      if (call.function().equals("factor")) {
        inFactor.addAll(Columns.of(call));
      }
      call.arguments().forEach(argument -> foresee(argument.value()));
    }
  }

  List<Input> all() {
    return List.copyOf(inputs);
  }

  Input get(int input) {
    return inputs.get(input);
  }

  int of(Expression.Name name) {
    for (int i = 0; i < inputs.size(); i++) {
      if (inputs.get(i).column().equals(name.name())) {
        return i;
      }
    }
    ColumnType type = schema.type(source, name);
    LevelNeed.Rows rows = inFactor.contains(name.name()) ? LevelNeed.Rows.ALL : LevelNeed.Rows.USED;
    List<String> texts =
        type == ColumnType.TEXT ? texts(new LevelNeed(name.name(), rows)) : List.of();
    inputs.add(new Input(name.name(), type, texts));
    return inputs.size() - 1;
  }

  List<String> texts(LevelNeed need) {
    return levels.texts(need).stream().distinct().sorted(Input.C_LOCALE).toList();
  }

  double[] numbers(LevelNeed need) {
    return levels.numbers(need);
  }
}
