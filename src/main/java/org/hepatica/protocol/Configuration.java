package org.hepatica.protocol;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * All conf files of an installation, read once and unchangeable.
 *
 * <p>{@code conf/hepatica.conf} says where things lie; {@code conf/studies/<name>.conf} and {@code
 * conf/centers/<name>.conf} hold a study and a centre each, {@code conf/quality/<name>.conf} the
 * quality rules of studies that name them, {@code conf/changes/<name>.conf} what they want to be
 * told of a night, {@code conf/genes/<symbol>.conf} where a gene lies. Relative paths of the
 * installation are of the project's root, the parent of the conf folder.
 *
 * <p>Loading fails with every problem of the files that the installation's run needs: its own, its
 * study's with its quality rules and changes, its centres', all genes'. A problem in another file
 * fails when that file is asked for.
 */
public final class Configuration {

  private final ConfFiles files;
  private final Overrides given;

  private Configuration(ConfFiles files, Overrides given) {
    this.files = files;
    this.given = given;
  }

  /** Reads the conf files; no option of the command line gives a key a value. */
  public static Configuration load(Path hepaticaConf, Map<String, String> sets) {
    return load(hepaticaConf, sets, List.of());
  }

  /**
   * Reads the conf files.
   *
   * @param hepaticaConf path of {@code hepatica.conf}; its folder has studies and centers. Messages
   *     name the files as this path does: absolute, or relative to the working directory
   * @param sets values that win over the files', by dotted key: {@code study.<key>} for the study
   *     (of whatever name), all else for {@code hepatica.conf}, with or without {@code hepatica.}
   *     in front. A value that begins with a bracket, a brace or a quote is HOCON, any other is the
   *     text itself, which where a list belongs is split at commas
   * @param options keys that options of their own give; they win over the sets
   * @throws ProtocolException with every problem of hepatica.conf, of the study that it names, of
   *     its quality rules, and of the centres of the run
   */
  public static Configuration load(
      Path hepaticaConf, Map<String, String> sets, List<GivenOption> options) {
    Overrides overrides = new Overrides(sets, options);
    ConfFiles files = new ConfFolder(hepaticaConf, overrides).files();
    List<String> problems = new ArrayList<>(overrides.problems());
    problems.addAll(new RunFiles(files, overrides).problems());
    if (!problems.isEmpty()) {
      throw new ProtocolException(problems);
    }
    return new Configuration(files, overrides);
  }

  /** Where things lie and how the engine runs. */
  public Installation installation() {
    return files.installation().value().orElseThrow();
  }

  /** Names of all studies of the conf folder, in alphabetical order, usable or not. */
  public Set<String> studyNames() {
    return new TreeSet<>(files.studies().keySet());
  }

  /** Names of all centre files of the conf folder, in alphabetical order, usable or not. */
  public Set<String> centerNames() {
    return new TreeSet<>(files.centers().keySet());
  }

  /**
   * A study.
   *
   * @throws ProtocolException when there is no such file, or with every problem in it
   */
  public Study study(String name) {
    return usable(studyFile(name)).among(files.loci());
  }

  /**
   * A centre: that of {@code conf/centers/<name>.conf}, else that of the centre file whose key
   * {@code serves} matches the name, under the name asked for.
   *
   * @throws ProtocolException when there is no such file or more than one, or with every problem in
   *     it
   */
  public Center center(String name) {
    return usable(centerFile(name)).as(name).keeping(files.genesKept());
  }

  /** Genes whose place on the genome is known, by symbol: the program's own and the folder's. */
  public List<GeneLocus> genes() {
    return files.loci();
  }

  /** The centres of the run: the installation's, else its study's. In order, not empty. */
  public List<String> runCenters() {
    List<String> own = installation().centers();
    return own.isEmpty() ? study(installation().study()).centers() : own;
  }

  /**
   * The study's SQL, in reading order.
   *
   * @throws ProtocolException as {@link #study}
   */
  public List<Expression> studyExpressions(String name) {
    return checked(studyFile(name)).expressions();
  }

  /**
   * The quality rules of a study; none when it names no set.
   *
   * @throws ProtocolException as {@link #study}, when there is no such file, or with every problem
   *     in it
   */
  public RuleSet rules(String study) {
    return rulesFile(study).map(Configuration::usable).orElse(RuleSet.NONE);
  }

  /**
   * Where a key of the file of a study's quality rules stands, such as {@code quality.rules}.
   *
   * @throws ProtocolException as {@link #rules}
   */
  public Optional<Position> rulesPosition(String study, String key) {
    return rulesFile(study).flatMap(file -> positionOf(file.file(), key));
  }

  /**
   * What a study wants to be told of a night; empty when it names no set.
   *
   * @throws ProtocolException as {@link #study}, when there is no such file, or with every problem
   *     in it
   */
  public Optional<ChangeSet> changes(String study) {
    return changesFile(study).map(Configuration::usable);
  }

  /**
   * Where a key of the file of a study's changes stands, such as {@code changes.alerts}.
   *
   * @throws ProtocolException as {@link #changes}
   */
  public Optional<Position> changesPosition(String study, String key) {
    return changesFile(study).flatMap(file -> positionOf(file.file(), key));
  }

  /**
   * The centre's SQL, in reading order.
   *
   * @throws ProtocolException as {@link #center}
   */
  public List<Expression> centerExpressions(String name) {
    return checked(centerFile(name)).expressions();
  }

  /**
   * The registry tables and columns that the centre's file names, in reading order.
   *
   * @throws ProtocolException as {@link #center}
   */
  public List<Target> centerTargets(String name) {
    return checked(centerFile(name)).targets();
  }

  /**
   * The columns of delivered files that the centre's exports require or call identifying.
   *
   * @throws ProtocolException as {@link #center}
   */
  public List<NamedColumn> centerColumns(String name) {
    return NamedColumn.ofExports(checked(centerFile(name)), center(name));
  }

  /**
   * Where a key of the file that serves a centre stands, such as {@code center.tables.patient}.
   *
   * @throws ProtocolException as {@link #center}
   */
  public Optional<Position> centerPosition(String name, String key) {
    return positionOf(centerFile(name).file(), key);
  }

  /**
   * What gives a key of {@code hepatica.conf} its value: an option, {@code --set}, a line; the file
   * as a whole when it is the default.
   */
  public Position given(String key) {
    String file = files.installation().file();
    return given
        .position(key)
        .or(() -> positionOf(file, key))
        .orElseGet(() -> new Position(file, 0, key));
  }

  /**
   * Where a key stands.
   *
   * @param file as messages name it, such as {@code conf/studies/gholami-2019.conf}
   * @param key full, such as {@code study.models[0].ties}
   * @return empty when the file does not state the key
   */
  public Optional<Position> positionOf(String file, String key) {
    return files
        .all()
        .filter(conf -> conf.file().equals(file))
        .map(conf -> conf.outline().line(key))
        .flatMapToInt(OptionalInt::stream)
        .mapToObj(line -> new Position(file, line, key))
        .findFirst();
  }

  /** Every problem of every file of the conf folder, also of those that no run needs now. */
  public List<String> allProblems() {
    return files.all().flatMap(conf -> conf.problems().stream()).toList();
  }

  /**
   * SHA-256, in hex, of what a study, its quality rules and its centres' files say, defaults and
   * command line included. Formatting, comments, the order of sections and of the centres do not
   * matter; every value does, and the order of named things (levels, endpoints, tables) too. Where
   * things lie, how the engine runs and what is told of a night is no part of it: it changes no
   * result.
   *
   * @throws ProtocolException as {@link #study} and {@link #center}
   */
  public String fingerprint(String study, Collection<String> centers) {
    List<Center> each = new TreeSet<>(centers).stream().map(this::center).toList();
    return Fingerprint.of(List.of(study(study), each, rules(study)));
  }

  private ConfFile<Study> studyFile(String name) {
    return found(problems -> files.study(name, asked("study"), problems));
  }

  private Optional<ConfFile<RuleSet>> rulesFile(String study) {
    Optional<String> set = study(study).quality();
    return set.map(name -> found(problems -> files.rules(name, asked("quality"), problems)));
  }

  private Optional<ConfFile<ChangeSet>> changesFile(String study) {
    Optional<String> set = study(study).changes();
    return set.map(name -> found(problems -> files.changes(name, asked("changes"), problems)));
  }

  private ConfFile<ServedCenter> centerFile(String name) {
    return found(problems -> files.center(name, asked("center"), problems));
  }

  /** Whoever asks is no file: the command line, a test. */
  private static Position asked(String what) {
    return new Position("asked for", 0, what);
  }

  private static <T> T found(Function<List<String>, Optional<T>> search) {
    List<String> problems = new ArrayList<>();
    return search.apply(problems).orElseThrow(() -> new ProtocolException(problems));
  }

  private static <T> T usable(ConfFile<T> file) {
    return checked(file).value().orElseThrow();
  }

  private static <T> ConfFile<T> checked(ConfFile<T> file) {
    if (!file.problems().isEmpty()) {
      throw new ProtocolException(file.problems());
    }
    return file;
  }
}
