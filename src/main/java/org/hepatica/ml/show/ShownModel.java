package org.hepatica.ml.show;

import java.util.List;
import org.hepatica.ml.Model;
import org.hepatica.ml.Selected;

/** A Cox model. */
public final class ShownModel implements ShownColumns {

  private final Model model;
  private final String before;
  private final String call;
  private final ModelResult result;
  private final double level;

  private ShownModel(Model model, String before, String call, ModelResult result, double level) {
    this.model = model;
    this.before = before;
    this.call = call;
    this.result = result;
    this.level = level;
  }

  /**
   * A model to be written.
   *
   * @param model the result
   * @param call what was asked, as the text's first lines have it
   */
  public static ShownModel of(Model model, String call) {
    return new ShownModel(model, "", call, ModelResult.of(model), ModelResult.LEVEL);
  }

  /**
   * A model of Firth's penalised likelihood, which says so.
   *
   * @param model the result
   * @param call what was asked, as the text's first lines have it
   */
  public static ShownModel ofFirth(Model model, String call) {
    ModelResult result = ModelResult.of(model).with(ShownPenalty.firth(), null);
    return new ShownModel(model, "", call, result, ModelResult.LEVEL);
  }

  /**
   * A model whose terms were selected: before it the text has what R's {@code step} prints.
   *
   * @param selected the result
   * @param response the left side of the formula
   * @param call what was asked, as the text's first lines have it
   */
  public static ShownModel of(Selected selected, String response, String call) {
    ModelResult result =
        ModelResult.of(selected.model()).with(null, SelectionStep.of(selected.selection()));
    String trace = new SelectionText(selected, response).text() + "\n";
    return new ShownModel(selected.model(), trace, call, result, ModelResult.LEVEL);
  }

  /**
   * The same with intervals of another level than 95 %.
   *
   * @throws IllegalArgumentException if the level is outside (0, 1)
   */
  public ShownModel atLevel(double newLevel) {
    return new ShownModel(model, before, call, result.at(newLevel, model.fit()), newLevel);
  }

  @Override
  public String text() {
    String penalty = result.penalty() == null ? "" : result.penalty().text();
    return before + new ModelText(result, model.missing(), level).text(call) + penalty;
  }

  @Override
  public ModelResult result() {
    return result;
  }

  @Override
  public List<String> warnings() {
    return model.fit().warnings();
  }

  @Override
  public long missing() {
    return model.missing();
  }
}
