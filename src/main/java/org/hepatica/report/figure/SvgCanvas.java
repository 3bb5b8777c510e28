package org.hepatica.report.figure;

import java.awt.Graphics;
import org.apache.batik.svggen.DOMGroupManager;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGSyntax;
import org.w3c.dom.Element;

/**
 * Batik's graphics with text that keeps its measured width: a reader's sans-serif may be wider or
 * narrower than ours, and numbers must stay under their ticks.
 */
final class SvgCanvas extends SVGGraphics2D {

  SvgCanvas(SVGGeneratorContext context) {
    super(context, false);
  }

  private SvgCanvas(SvgCanvas other) {
    super(other);
  }

  @Override
  public Graphics create() {
    return new SvgCanvas(this);
  }

  @Override
  public void drawString(String text, float x, float y) {
    Element element = getDOMFactory().createElementNS(SVG_NAMESPACE_URI, SVGSyntax.SVG_TEXT_TAG);
    element.setAttributeNS(null, "x", getGeneratorContext().doubleString(x));
    element.setAttributeNS(null, "y", getGeneratorContext().doubleString(y));
    if (text.length() > 1) {
      double width = Pen.width(text, getFont());
      element.setAttributeNS(null, "textLength", getGeneratorContext().doubleString(width));
      element.setAttributeNS(null, "lengthAdjust", "spacingAndGlyphs");
    }
    element.appendChild(getDOMFactory().createTextNode(text));
    getDOMGroupManager().addElement(element, DOMGroupManager.FILL);
  }
}
