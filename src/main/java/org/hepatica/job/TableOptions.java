package org.hepatica.job;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hepatica.ml.file.DataFile;
import org.hepatica.ml.show.Format;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** What every analysis of any table takes. */
final class TableOptions {

  /** Encodings by the names that Java knows. */
  static final class Encodings implements ITypeConverter<Charset> {
    @Override
    public Charset convert(String name) {
      try {
        return Charset.forName(name);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(
            "there is no encoding '%s'; there are UTF-8, ISO-8859-1, windows-1252 and others"
                .formatted(name));
      }
    }
  }

  static final String MASTER = "engine.master";
  private static final String MEMORY = "engine.memory";

  @Parameters(
      paramLabel = "FORMULA",
      description =
          "R's formula: Surv(time, event) ~ x. The event is 0/1, 1/2, true/false or an SQL"
              + " condition, such as STATUS == \"DECEASED\"")
  String formula;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FILE",
      description =
          "The table: CSV, TSV (lines that begin with # are comments), Parquet, or a"
              + " Delta folder")
  Path data;

  @Option(
      names = "--na",
      split = ",",
      paramLabel = "TEXT",
      description =
          "What reads as missing in CSV and TSV, beside the empty cell; default: NA,NaN,.")
  List<String> missing = DataFile.MISSING;

  @Option(
      names = "--encoding",
      paramLabel = "CHARSET",
      converter = Encodings.class,
      description = "Encoding of CSV and TSV, such as ISO-8859-1 (Latin-1); default: UTF-8")
  Charset encoding = StandardCharsets.UTF_8;

  @Option(
      names = "--freq",
      paramLabel = "COLUMN",
      description = "How many identical subjects a row stands for")
  String frequency;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text (default), csv or json; always on standard output")
  Format format = Format.TEXT;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "engine.master or engine.memory of this run, such as engine.memory=8g")
  Map<String, String> sets = new LinkedHashMap<>();

  /** The table, as it is to be read. */
  DataFile file(CommandLine commandLine) {
    DataFile file = DataFile.of(data).withMissing(missing);
    try {
      return file.withEncoding(encoding);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(commandLine, "--encoding: " + e.getMessage(), e);
    }
  }

  /** Where Spark runs; the launcher says so when it was given a master. */
  String master() {
    return sets.getOrDefault(MASTER, "local[*]");
  }

  /** Refuses keys that no table analysis knows. */
  void refuseUnknownKeys(CommandLine commandLine) {
    for (String key : sets.keySet()) {
      if (!key.equals(MASTER) && !key.equals(MEMORY)) {
        throw new ParameterException(
            commandLine,
            "--set %s=%s: only %s and %s can be set here"
                .formatted(key, sets.get(key), MASTER, MEMORY));
      }
    }
  }

  /** What was asked, as R shows a call. */
  String call(String command) {
    return "%s(formula = %s, data = %s)".formatted(command, formula.strip(), data.getFileName());
  }
}
