package org.hepatica.protocol;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A conf file that has been read: its value, and what its reading brought up.
 *
 * @param draft the value as far as it could be read, for finding further problems by it; empty when
 *     the file cannot be read at all
 * @param problems every problem in it
 */
record ConfFile<T>(
    String file,
    Optional<T> draft,
    List<String> problems,
    List<Expression> expressions,
    List<Target> targets,
    Outline outline) {

  /**
   * Reads a file that has one root section.
   *
   * @param label the file as messages name it
   * @param root the name of its section: hepatica, study or center
   */
  static <T> ConfFile<T> read(
      Path path, String label, String root, Overrides overrides, Function<Cursor, T> reader) {
    String text;
    try {
      text = Files.readString(path);
    } catch (NoSuchFileException e) {
      return broken(label, 0, "no such file", "give the path of an existing one");
    } catch (IOException e) {
      return broken(label, 0, "cannot be read as UTF-8 text", "make it a readable file");
    }
    return of(text, label, root, overrides, reader);
  }

  /** The same of a text, which is that of a file that messages name by the label. */
  static <T> ConfFile<T> of(
      String text, String label, String root, Overrides overrides, Function<Cursor, T> reader) {
    try {
      Config config = overrides.over(parse(text), root).resolve();
      Reading reading = new Reading(label, Outline.of(text));
      reject(reading);
      Cursor cursor = new Cursor(reading, "", config.root(), new Position(label, 1, ""));
      Optional<T> value = cursor.need(root).flatMap(node -> Cursor.read(node, reader));
      cursor.end();
      return of(reading, value);
    } catch (ConfigException e) {
      int line = e.origin() == null ? 0 : Math.max(e.origin().lineNumber(), 0);
      return broken(label, line, "not HOCON: " + detail(e), "correct the syntax there");
    }
  }

  /** The value; empty exactly when there are problems. */
  Optional<T> value() {
    return problems.isEmpty() ? draft : Optional.empty();
  }

  private static Config parse(String text) {
    return ConfigFactory.parseString(
        text,
        ConfigParseOptions.defaults().setSyntax(ConfigSyntax.CONF).setIncluder(new NoInclude()));
  }

  private static void reject(Reading reading) {
    for (Outline.Twice twice : reading.outline().twice()) {
      reading.problem(
          new Position(reading.file(), twice.line(), twice.key()),
          "stated twice, first on line " + twice.firstLine(),
          "keep one of the two");
    }
    for (int line : reading.outline().includes()) {
      reading.problem(
          new Position(reading.file(), line, "include"),
          "files are not included",
          "write the keys into this file");
    }
  }

  private static <T> ConfFile<T> of(Reading reading, Optional<T> value) {
    return new ConfFile<>(
        reading.file(),
        value,
        reading.problems(),
        reading.expressions(),
        reading.targets(),
        reading.outline());
  }

  private static <T> ConfFile<T> broken(String file, int line, String what, String remedy) {
    String problem = new Position(file, line, "").problem(what, remedy);
    return new ConfFile<>(
        file, Optional.empty(), List.of(problem), List.of(), List.of(), Outline.of(""));
  }

  /** The parser's message without its own "String: 3: " in front. */
  private static String detail(ConfigException e) {
    return e.getMessage().replaceFirst("^[^:]{1,30}: [0-9]+: ", "");
  }
}
