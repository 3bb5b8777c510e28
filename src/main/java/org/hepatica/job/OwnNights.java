package org.hepatica.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hepatica.benchmark.ChildProcess;
import org.hepatica.benchmark.LakeLook;
import org.hepatica.benchmark.NightPlace;
import org.hepatica.benchmark.RefreshProgram;
import org.hepatica.synthetic.write.LaterDelivery;
import org.hepatica.synthetic.write.SyntheticRegistry;

/**
 * Nights as anybody runs them: by {@code jobs/hepatica} when that started this process, else by
 * this Java and these classes.
 */
final class OwnNights implements RefreshProgram {

  private static final String CENTER = "synthetic";

  private final long seed;
  private final double share;
  private final Optional<String> memory;
  private final Map<String, String> sets;
  private final Path log;
  private final List<String> java;

  /**
   * Nights of synthetic hospitals.
   *
   * @param seed of their patients, and of what happens to them
   * @param share of patients of whom something changes
   * @param memory heap of a night; empty for what the launcher gives
   * @param sets keys of the configuration
   * @param log file of what nights log
   * @param java options of Java where no launcher gives any
   */
  OwnNights(
      long seed,
      double share,
      Optional<String> memory,
      Map<String, String> sets,
      Path log,
      List<String> java) {
    this.seed = seed;
    this.share = share;
    this.memory = memory;
    this.sets = sets;
    this.log = log.toAbsolutePath();
    this.java = List.copyOf(java);
  }

  @Override
  public void found(NightPlace place, long patients, boolean onlyChanges) throws IOException {
    RefreshConf.write(place.conf(), onlyChanges);
    List<String> command = command(place, "generate");
    command.addAll(List.of("--patients", Long.toString(patients), "--seed", Long.toString(seed)));
    ChildProcess.run(command, environment());
  }

  @Override
  public void deliverLater(NightPlace place, boolean onlyChanges) throws IOException {
    Path own = place.landing().resolve(CENTER);
    Path earlier = own.resolve(SyntheticRegistry.DELIVERY.toString());
    Path later = own.resolve(LaterDelivery.DELIVERY.toString());
    LaterDelivery delivery = LaterDelivery.withDefaults().seed(seed).share(share);
    if (onlyChanges) {
      delivery.changes(earlier, later);
    } else {
      delivery.snapshot(earlier, later);
    }
  }

  @Override
  public List<String> nightly(NightPlace place, boolean full) {
    List<String> command = command(place, "nightly");
    command.addAll(List.of("--lake", place.lake().toAbsolutePath().toString()));
    command.addAll(List.of("--out", place.out().toAbsolutePath().toString()));
    if (full) {
      command.add("--full");
    }
    return command;
  }

  @Override
  public Map<String, String> environment() {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("HEPATICA_LOG", log.toString());
    memory.ifPresent(size -> environment.put("HEPATICA_MEMORY", size));
    return environment;
  }

  @Override
  public Map<Path, LakeLook> look(NightPlace place, List<Path> lakes, boolean tables)
      throws IOException {
    Path result = Files.createTempFile("hepatica-benchmark", ".json");
    try {
      List<String> command = command(place, "lake-look");
      command.addAll(List.of("--result", result.toString()));
      if (tables) {
        command.add("--tables");
      }
      lakes.forEach(lake -> command.add(lake.toString()));
      ChildProcess.run(command, environment());
      Map<Path, LakeLook> looks = new LinkedHashMap<>();
      LakeLook.read(result).forEach((lake, look) -> looks.put(Path.of(lake), look));
      return looks;
    } finally {
      Files.deleteIfExists(result);
    }
  }

  /** A command of a hospital; the shipped study, whatever the installation's own is. */
  private List<String> command(NightPlace place, String... what) {
    List<String> command = new ArrayList<>(program());
    command.addAll(List.of(what));
    command.addAll(List.of("--conf", place.conf().toAbsolutePath().toString()));
    command.addAll(List.of("--study", "gholami-2019", "--center", CENTER));
    command.addAll(List.of("--landing", place.landing().toAbsolutePath().toString()));
    command.add("--set=identifiers.key-file=" + place.key().toAbsolutePath());
    sets.forEach((key, value) -> command.add("--set=" + key + "=" + value));
    return command;
  }

  private List<String> program() {
    Path launcher = Launcher.root().resolve("jobs/hepatica");
    if (Launcher.archive().isPresent() && Files.isExecutable(launcher)) {
      return List.of(launcher.toString());
    }
    List<String> own = new ArrayList<>(OwnProgram.start());
    own.addAll(1, java);
    memory.ifPresent(size -> own.add(own.indexOf("-cp"), "-Xmx" + size));
    return own;
  }
}
