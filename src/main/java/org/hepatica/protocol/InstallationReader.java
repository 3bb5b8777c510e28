package org.hepatica.protocol;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The section {@code hepatica}. */
final class InstallationReader {

  private final Path root;

  /** Relative paths are of the project's root. */
  InstallationReader(Path root) {
    this.root = root;
  }

  Installation read(Cursor c) {
    String study = c.name("study");
    List<String> centers = c.texts("centers", List.of());
    Path landing = path(c, "landing", "data/landing");
    LakeReader.Said lake = LakeReader.read(c);
    Path out = path(c, "out", "data/out");
    Optional<Path> key = c.section("identifiers", i -> path(i, "key-file", "data/identifiers.key"));
    Engine engine = c.section("engine", InstallationReader::engine).orElse(Engine.DEFAULT);
    return new Installation(
        study,
        centers,
        landing,
        root.resolve(lake.folder()).normalize(),
        lake.history(),
        lake.evolve(),
        lake.wholeMegabytes(),
        out,
        key.orElse(root.resolve("data/identifiers.key")),
        engine.master,
        engine.memory,
        engine.smallMegabytes);
  }

  private Path path(Cursor c, String name, String absent) {
    return root.resolve(c.text(name, absent)).normalize();
  }

  private record Engine(String master, String memory, long smallMegabytes) {
    static final Engine DEFAULT = new Engine("local[*]", "auto", 64);
  }

  private static Engine engine(Cursor c) {
    String memory = c.text("memory", Engine.DEFAULT.memory);
    if (!memory.matches("auto|[1-9][0-9]*[mg]")) {
      c.problem("memory", "'" + memory + "' is no heap size", "write auto, or such as 8g or 900m");
    }
    long rows =
        c.find("small-megabytes").flatMap(Node::large).orElse(Engine.DEFAULT.smallMegabytes);
    if (rows < 0) {
      c.problem("small-megabytes", rows + " is too small", "give it 0 or more");
    }
    return new Engine(c.text("master", Engine.DEFAULT.master), memory, rows);
  }
}
