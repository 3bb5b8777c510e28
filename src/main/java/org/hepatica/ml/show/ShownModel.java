package org.hepatica.ml.show;

import java.util.List;
import org.hepatica.ml.Model;

/** A Cox model. */
public final class ShownModel implements Shown {

  private final Model model;
  private final String call;
  private final ModelResult result;

  private ShownModel(Model model, String call) {
    this.model = model;
    this.call = call;
    this.result = ModelResult.of(model);
  }

  /**
   * A model to be written.
   *
   * @param model the result
   * @param call what was asked, as the text's first lines have it
   */
  public static ShownModel of(Model model, String call) {
    return new ShownModel(model, call);
  }

  @Override
  public String text() {
    return new ModelText(result, model.missing()).text(call);
  }

  /** A row a column of the model. */
  @Override
  public String csv() {
    return Tidy.csv(ModelTerm.class, result.terms());
  }

  @Override
  public String json() {
    return Tidy.json(result);
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
