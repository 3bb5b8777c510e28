package org.hepatica.report;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes the HTML of sections by their templates; everything but the SVG and the CSS is escaped. */
public final class Page {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final Configuration TEMPLATES = templates();

  private Page() {}

  /**
   * Another page beside this one.
   *
   * @param file its name
   * @param text the words that lead to it
   */
  public record Link(String file, String text) {}

  /**
   * The page.
   *
   * @param kicker what kind of page it is
   * @param input title, notice and run
   * @param sections in order
   * @param svg SVG elements by id of their drawing
   * @param links to pages beside it
   */
  public static String html(
      String kicker,
      ReportInput input,
      List<Section> sections,
      Map<String, String> svg,
      List<Link> links) {
    Map<String, Object> model = new HashMap<>();
    model.put("kicker", kicker);
    model.put("links", links);
    model.put("title", input.study().title());
    model.put("synthetic", input.study().syntheticNotice());
    model.put("published", input.study().published().isPresent());
    model.put("run", input.run());
    model.put("time", MINUTE.format(input.run().time()));
    model.put("sections", sections);
    model.put("svg", svg);
    model.put("css", css());
    StringWriter html = new StringWriter(1 << 20);
    try {
      TEMPLATES.getTemplate("page.ftlh").process(model, html);
    } catch (IOException | TemplateException e) {
      throw new IllegalStateException("the report's templates do not fit its data", e);
    }
    return html.toString();
  }

  private static String css() {
    try (InputStream css = Page.class.getResourceAsStream("report.css")) {
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read report.css", e);
    }
  }

  private static Configuration templates() {
    Configuration templates = new Configuration(Configuration.VERSION_2_3_34);
    templates.setClassForTemplateLoading(Page.class, "");
    templates.setDefaultEncoding("UTF-8");
    templates.setOutputFormat(HTMLOutputFormat.INSTANCE);
    templates.setLocale(Locale.ROOT);
    templates.setNumberFormat("computer");
    templates.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    templates.setLogTemplateExceptions(false);
    templates.setAutoImports(Map.of("parts", "parts.ftlh"));
    return templates;
  }
}
