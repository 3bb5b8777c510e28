package org.hepatica.job;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hepatica.TestSpark;
import picocli.CommandLine;

/** A command run as the launcher runs it, in this process and on the suite's session. */
record Launched(int exitCode, String out, String err) {

  static Launched run(String... arguments) {
    TestSpark.session();
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine commandLine = Hepatica.commandLine();
    commandLine.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    int code = commandLine.execute(arguments);
    return new Launched(code, out.toString(), err.toString());
  }

  /** With the folders of a test's own: landing, lake, out and key under one folder. */
  static Launched in(Path folder, String command, String... more) {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of("--lake", folder.resolve("lake").toString()));
    arguments.addAll(List.of("--out", folder.resolve("out").toString()));
    arguments.addAll(List.of("--set", "identifiers.key-file=" + folder.resolve("key")));
    if (!Arrays.asList(more).contains("--landing")) {
      arguments.addAll(List.of("--landing", folder.resolve("landing").toString()));
    }
    arguments.addAll(Arrays.asList(more));
    return run(arguments.toArray(String[]::new));
  }

  /** The rows of a CSV file. */
  static List<NamedCsvRecord> csv(Path file) {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      return reader.stream().toList();
    } catch (IOException e) {
      throw new AssertionError("cannot read " + file, e);
    }
  }
}
