package org.hepatica.report.figure;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2DIOException;
import org.apache.batik.svggen.SVGIDGenerator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Makes image files of drawings. */
public final class Images {

  private static final String SVG = "http://www.w3.org/2000/svg";

  private Images() {}

  /** The drawing as an SVG element that scales, ready for a file or for a page. */
  public static String svg(Drawing drawing) {
    Document document = document();
    SvgCanvas canvas = new SvgCanvas(context(document, drawing.id()));
    canvas.setSVGCanvasSize(new Dimension(drawing.width(), drawing.height()));
    drawing.draw(canvas);
    Element root = canvas.getRoot();
    describe(document, root, drawing);
    return serialize(canvas, root)
        .replace("genericDefs", drawing.id() + "-defs")
        .replaceAll("font-family=\"[^\"]*\"", "font-family=\"" + Ink.FAMILIES + "\"");
  }

  /** The drawing as PNG, {@code scale} device pixels a pixel. */
  public static byte[] png(Drawing drawing, double scale) {
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      // In memory: ImageIO's own stream goes through a temporary file.
      try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
        ImageIO.write(image(drawing, scale), "png", stream);
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a PNG of figure " + drawing.id(), e);
    }
  }

  /** The drawing as an image in memory, as notebooks show it. */
  public static BufferedImage image(Drawing drawing, double scale) {
    BufferedImage image =
        new BufferedImage(
            (int) Math.round(drawing.width() * scale),
            (int) Math.round(drawing.height() * scale),
            BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D g = image.createGraphics();
    g.setColor(Ink.PAPER);
    g.fillRect(0, 0, image.getWidth(), image.getHeight());
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.scale(scale, scale);
    drawing.draw(g);
    g.dispose();
    return image;
  }

  private static Document document() {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      return factory.newDocumentBuilder().getDOMImplementation().createDocument(SVG, "svg", null);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("this Java cannot make an XML document", e);
    }
  }

  private static SVGGeneratorContext context(Document document, String id) {
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
    context.setComment(null);
    context.setPrecision(4);
    context.setIDGenerator(
        new SVGIDGenerator() {
          @Override
          public String generateID(String prefix) {
            return id + "-" + super.generateID(prefix);
          }
        });
    return context;
  }

  private static void describe(Document document, Element root, Drawing drawing) {
    root.setAttributeNS(null, "viewBox", "0 0 " + drawing.width() + " " + drawing.height());
    root.setAttributeNS(null, "role", "img");
    String titleId = drawing.id() + "-title";
    String descriptionId = drawing.id() + "-description";
    root.setAttributeNS(null, "aria-labelledby", titleId + " " + descriptionId);
    root.insertBefore(
        element(document, "desc", descriptionId, drawing.description()), root.getFirstChild());
    root.insertBefore(element(document, "title", titleId, drawing.title()), root.getFirstChild());
  }

  private static Element element(Document document, String name, String id, String text) {
    Element element = document.createElementNS(SVG, name);
    element.setAttributeNS(null, "id", id);
    element.appendChild(document.createTextNode(text));
    return element;
  }

  private static String serialize(SvgCanvas canvas, Element root) {
    StringWriter writer = new StringWriter(1 << 16);
    try {
      canvas.stream(root, writer, false, false);
    } catch (SVGGraphics2DIOException e) {
      throw new UncheckedIOException(new IOException("cannot write SVG", e));
    }
    String text = writer.toString();
    return text.substring(text.indexOf("<svg")).replace("\r\n", "\n");
  }
}
