package org.hepatica.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** The files of a conf folder, each read once. */
final class ConfFolder {

  private final Path hepaticaConf;
  private final Path shown;
  private final Path conf;
  private final Path root;
  private final Overrides overrides;

  /** Of a hepatica.conf; the project's root is the parent of its folder. */
  ConfFolder(Path hepaticaConf, Overrides overrides) {
    this.hepaticaConf = hepaticaConf.toAbsolutePath().normalize();
    this.shown = hepaticaConf.resolveSibling("");
    this.conf = this.hepaticaConf.getParent();
    this.root = conf.getParent() == null ? conf : conf.getParent();
    this.overrides = overrides;
  }

  ConfFiles files() {
    Map<String, ConfFile<GeneLocus>> genes = genes();
    List<GeneLocus> loci = genes.values().stream().flatMap(file -> file.value().stream()).toList();
    return new ConfFiles(
        read(hepaticaConf, "hepatica", new InstallationReader(root)::read),
        all("studies", "study", name -> new StudyReader(conf, name, loci)::read),
        all("centers", "center", name -> new CenterReader(name)::read),
        all("quality", "quality", name -> new RuleSetReader(name)::read),
        all("changes", "changes", name -> new ChangeSetReader(name)::read),
        genes);
  }

  private Map<String, ConfFile<GeneLocus>> genes() {
    Map<String, ConfFile<GeneLocus>> genes = new TreeMap<>(KnownGenes.files(overrides));
    genes.putAll(all("genes", "gene", name -> new GeneLocusReader(name)::read));
    return Collections.unmodifiableMap(genes);
  }

  private <T> Map<String, ConfFile<T>> all(
      String folder, String section, Function<String, Function<Cursor, T>> reader) {
    Map<String, ConfFile<T>> files = new TreeMap<>();
    if (!Files.isDirectory(conf.resolve(folder))) {
      return files;
    }
    try (Stream<Path> paths = Files.list(conf.resolve(folder))) {
      paths
          .filter(path -> path.toString().endsWith(".conf"))
          .forEach(
              path -> {
                String name = path.getFileName().toString().replaceFirst("\\.conf$", "");
                files.put(name, read(path, section, reader.apply(name)));
              });
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + conf.resolve(folder), e);
    }
    return Collections.unmodifiableMap(files);
  }

  private <T> ConfFile<T> read(Path path, String section, Function<Cursor, T> reader) {
    String label = shown.resolve(conf.relativize(path)).toString().replace('\\', '/');
    return ConfFile.read(path, label, section, overrides, reader);
  }
}
