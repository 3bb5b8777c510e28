package org.hepatica.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher with SPARK_HOME set and --master given: real processes, a distribution of jars. */
class SubmitIT {

  private static final Path ROOT = Path.of("").toAbsolutePath();
  private static final Path JAR = ROOT.resolve("target/hepatica.jar");

  private static final int MOST_MINUTES = 5;

  /** Jars that no Spark distribution ships, by how their names begin. */
  private static final List<String> BROUGHT =
      List.of(
          "delta-",
          "unitycatalog-",
          "jackson-datatype-jdk8-",
          "config-",
          "picocli-",
          "fastcsv-",
          "htsjdk-",
          "ngs-java-",
          "commons-jexl-",
          "json-",
          "nashorn-core-",
          "asm-",
          "freemarker-",
          "jfreechart-",
          "batik-",
          "xmlgraphics-commons-");

  private static final List<String> OF_TESTS =
      List.of("junit-", "opentest4j-", "apiguardian-", "assertj-", "byte-buddy-", "archunit");

  private static final String SPARK_SUBMIT =
      """
      #!/bin/sh
      # What a distribution's bin/spark-submit comes to, with what Spark opens on
      # Java 17; the arguments stay for the test to see.
      printf '%%s\\n' "$@" > "$SPARK_HOME/arguments"
      exec "$JAVA_HOME/bin/java" -Xmx1g -Xss4m \\
        -XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=240m %s \\
        -cp "$SPARK_HOME/jars/*" org.apache.spark.deploy.SparkSubmit "$@"
      """;

  @TempDir static Path shared;

  /** With a blank in its name, as folders have it. */
  private static Path sparkHome;

  private static Path build;

  @TempDir Path folder;

  @BeforeAll
  static void assemble() throws IOException {
    assumeTrue(
        Files.exists(JAR),
        "skipped: no target/hepatica.jar; this test runs after packaging, as mvn verify does");
    sparkHome = shared.resolve("spark home");
    build = Files.createDirectories(shared.resolve("build"));
    Path jars = Files.createDirectories(sparkHome.resolve("jars"));
    List<Path> all = jarsOfTheClassPath();
    for (Path jar : all) {
      if (!startsWith(jar, BROUGHT)) {
        Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar);
      }
    }
    // The site's own settings, which a submitted run keeps.
    Files.writeString(
        Files.createDirectories(sparkHome.resolve("conf")).resolve("spark-defaults.conf"),
        "spark.ui.enabled false\n");
    Path submit = Files.createDirectories(sparkHome.resolve("bin")).resolve("spark-submit");
    Files.writeString(submit, SPARK_SUBMIT.formatted(JavaModuleOptions.defaultModuleOptions()));
    Files.setPosixFilePermissions(submit, PosixFilePermissions.fromString("rwxr-xr-x"));

    // All of it in the list, so that leaving out what Spark ships is the launcher's doing.
    String list = String.join(":", all.stream().map(Path::toString).toList()) + "\n";
    Files.copy(JAR, build.resolve("hepatica.jar"));
    Files.writeString(build.resolve("classpath"), list);
    Files.writeString(build.resolve("runtime-classpath"), list);
  }

  /** Before the folder goes: JUnit warns of every link that leads out of it. */
  @AfterAll
  static void removeLinks() throws IOException {
    if (sparkHome == null) {
      return;
    }
    try (DirectoryStream<Path> links = Files.newDirectoryStream(sparkHome.resolve("jars"))) {
      for (Path link : links) {
        Files.delete(link);
      }
    }
  }

  @Test
  void theNightRunsThroughSparkSubmitAndTakesAlongWhatSparkDoesNotShip() throws Exception {
    deliver(
        TciaFile.HEADER,
        IntStream.rangeClosed(1, 60)
            .mapToObj(i -> TciaFile.row("CRLM-" + i, Integer.toString(40 + i % 40), i))
            .toList());
    Ended night = night();
    assertThat(night.exitCode()).as(night.output()).isZero();
    assertThat(night.output()).contains("submitted to local[2]").doesNotContain(" INFO ");
    assertThat(folder.resolve("out/report.html")).isNotEmptyFile();
    assertThat(Launched.csv(folder.resolve("out/results/cox.csv"))).isNotEmpty();
    assertThat(Launched.csv(folder.resolve("out/results/cohort_flow.csv")).get(0).getField("n_in"))
        .isEqualTo("60");
    assertThat(folder.resolve("hepatica.log"))
        .content()
        .contains("WARN")
        .doesNotContain("Truncated the string representation of a plan");

    List<String> arguments = Files.readAllLines(sparkHome.resolve("arguments"));
    assertThat(arguments)
        .containsSequence("--master", "local[2]")
        .containsSequence("--driver-memory", "1g")
        .contains("spark.sql.extensions=io.delta.sql.DeltaSparkSessionExtension")
        .contains(
            "spark.sql.catalog.spark_catalog=org.apache.spark.sql.delta.catalog.DeltaCatalog");
    assertThat(arguments.get(arguments.indexOf("--jars") + 1).split(","))
        .containsExactlyInAnyOrder(
            jarsOfTheClassPath().stream()
                .filter(jar -> startsWith(jar, BROUGHT))
                .map(Path::toString)
                .toArray(String[]::new));
    try (Stream<Path> shipped = Files.list(sparkHome.resolve("jars"))) {
      assertThat(shipped).noneMatch(jar -> jar.getFileName().toString().startsWith("delta-"));
    }
  }

  @Test
  void aBrokenConfigurationExitsWith2() throws Exception {
    Path conf = Files.createDirectories(folder.resolve("conf")).resolve("hepatica.conf");
    Files.writeString(conf, "hepatica {\n  landign = data/landing\n}\n");
    Ended check = launch("check", "--master=local[2]", "--conf", conf.toString());
    assertThat(check.exitCode()).as(check.output()).isEqualTo(ExitCode.USAGE);
    assertThat(check.output()).contains("hepatica.conf:2").contains("landign");
  }

  @Test
  void aMissingColumnExitsWith3() throws Exception {
    deliver(TciaFile.HEADER.replace(",vital_status,", ","), List.of());
    Ended night = night();
    assertThat(night.exitCode()).as(night.output()).isEqualTo(ExitCode.DATA_REFUSED);
    assertThat(night.output()).contains("crlm197.csv").contains("vital_status");
    assertThat(folder.resolve("lake")).doesNotExist();
  }

  private void deliver(String header, List<String> rows) throws IOException {
    TciaFile.write(Files.createDirectories(folder.resolve("landing")), header, rows);
  }

  private Ended night() throws IOException, InterruptedException {
    return launch(
        "nightly",
        "--master",
        "local[2]",
        "--study",
        "crlm-prognosis",
        "--center",
        "tcia-crlm",
        "--landing",
        folder.resolve("landing").toString(),
        "--lake",
        folder.resolve("lake").toString(),
        "--out",
        folder.resolve("out").toString(),
        "--set",
        "identifiers.key-file=" + folder.resolve("key"));
  }

  /** From another folder than the project's, which the launcher has to tell. */
  private Ended launch(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(ROOT.resolve("jobs/hepatica").toString()));
    command.addAll(Arrays.asList(arguments));
    Path output = folder.resolve("output");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("SPARK_") || name.startsWith("LOG4J_"));
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("SPARK_HOME", sparkHome.toString());
    environment.put("SPARK_LOCAL_IP", "127.0.0.1");
    environment.put("HEPATICA_BUILD", build.toString());
    environment.put("HEPATICA_MEMORY", "1g");
    environment.put("HEPATICA_LOG", folder.resolve("hepatica.log").toString());
    Process process = builder.start();
    if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("not done in time:\n" + Files.readString(output));
    }
    return new Ended(process.exitValue(), Files.readString(output));
  }

  private static List<Path> jarsOfTheClassPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(entry -> entry.toString().endsWith(".jar") && !entry.equals(JAR))
        .filter(jar -> !startsWith(jar, OF_TESTS))
        .distinct()
        .toList();
  }

  private static boolean startsWith(Path jar, List<String> names) {
    return names.stream().anyMatch(jar.getFileName().toString()::startsWith);
  }

  private record Ended(int exitCode, String output) {}
}
