package org.hepatica.ml.show;

import java.util.List;
import org.hepatica.ml.SubdistributionModel;

/** Fine and Gray's model. */
public final class ShownSubdistribution implements ShownColumns {

  private final SubdistributionModel model;
  private final String call;
  private final ModelResult result;

  private ShownSubdistribution(SubdistributionModel model, String call) {
    this.model = model;
    this.call = call;
    this.result = SubdistributionResult.of(model);
  }

  /**
   * A model to be written.
   *
   * @param model the result
   * @param call what was asked, as the text's first lines have it
   */
  public static ShownSubdistribution of(SubdistributionModel model, String call) {
    return new ShownSubdistribution(model, call);
  }

  @Override
  public String text() {
    return new SubdistributionText(result, model.missing()).text(call);
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
