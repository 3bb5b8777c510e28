package org.hepatica.ml.show;

import java.util.List;
import org.hepatica.ml.SubdistributionModel;

/** Fine and Gray's model. */
public final class ShownSubdistribution implements ShownColumns {

  private final SubdistributionModel model;
  private final String call;
  private final double level;
  private final ModelResult result;

  private ShownSubdistribution(SubdistributionModel model, String call, double level) {
    this.model = model;
    this.call = call;
    this.level = level;
    this.result = SubdistributionResult.of(model, level);
  }

  /**
   * A model to be written.
   *
   * @param model the result
   * @param call what was asked, as the text's first lines have it
   */
  public static ShownSubdistribution of(SubdistributionModel model, String call) {
    return new ShownSubdistribution(model, call, ModelResult.LEVEL);
  }

  /**
   * The same with intervals of another level than 95 %.
   *
   * @throws IllegalArgumentException if the level is outside (0, 1)
   */
  public ShownSubdistribution atLevel(double newLevel) {
    return new ShownSubdistribution(model, call, newLevel);
  }

  @Override
  public String text() {
    return new SubdistributionText(result, model.missing(), level).text(call);
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
