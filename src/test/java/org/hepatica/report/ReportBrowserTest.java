package org.hepatica.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The page in a browser, on a desk and on a phone. Leaves page and photographs of made-up numbers
 * in {@code target/look} for people to look at.
 */
class ReportBrowserTest {

  private static final Path LOOK = Path.of("target", "look").toAbsolutePath();

  @TempDir Path profile;

  @ParameterizedTest
  @CsvSource({
    "gholami-2019, 1280",
    "gholami-2019, 390",
    "crlm-prognosis, 1280",
    "crlm-prognosis, 390"
  })
  void showsThePageWithoutScrollingSideways(String study, int width) throws Exception {
    Path page = Report.write(MadeUpStudy.input(study), LOOK.resolve(study)).get(0);
    assumeTrue(Browser.program().isPresent(), "no Chromium on the path: the page is not looked at");
    try (Browser browser = Browser.start(Browser.program().get(), profile)) {
      browser.open(page, width);
      byte[] photograph = browser.photograph();
      Files.write(LOOK.resolve(study + "-" + width + ".png"), photograph);
      assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt()).isEqualTo(width);
      assertThat(colors(ImageIO.read(new ByteArrayInputStream(photograph)))).isGreaterThan(20);
    }
  }

  private static long colors(BufferedImage image) {
    return IntStream.range(0, image.getHeight())
        .flatMap(y -> IntStream.range(0, image.getWidth()).map(x -> image.getRGB(x, y)))
        .distinct()
        .limit(100)
        .count();
  }
}
