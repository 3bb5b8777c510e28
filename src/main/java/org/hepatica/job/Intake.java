package org.hepatica.job;

import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.hepatica.lake.Amendment;
import org.hepatica.protocol.Center;
import org.hepatica.quality.Shrinkage;
import org.hepatica.source.Arrival;
import org.hepatica.source.Arrivals;
import org.hepatica.source.DeliveredFile;
import org.hepatica.source.DeliveryException;
import org.hepatica.source.Formats;
import org.hepatica.source.IdentifierKey;
import org.hepatica.source.KnownDelivery;
import org.hepatica.source.Records;
import org.hepatica.table.Operational;
import org.hepatica.table.Registry;
import org.hepatica.transform.ingest.PatientBounds;

/**
 * Takes deliveries of some centres into bronze, and what they make of these centres into silver. A
 * centre that cannot be believed is refused: its bronze stays apart, its silver as it was.
 */
final class Intake {

  private final Run run;
  private final Map<String, Center> centers = new LinkedHashMap<>();
  private final Map<String, Arrivals> found = new LinkedHashMap<>();
  private final DeliveryLedger ledger;
  private final Set<String> reread;
  private final CutFolders cut;
  private final KeptOut keptOut;
  private final BronzeRecords bronze;
  private final Set<String> followed = new TreeSet<>();
  private Optional<Dataset<Row>> tied = Optional.empty();

  /**
   * @param centers those whose deliveries or conf changed
   * @param found by centre, what lies in landing and is not yet in the lake
   * @param ledger as it was before
   * @param reread those of whom more changed than their deliveries
   * @param cut folders out of whose files persons were cut; null for none
   */
  Intake(
      Run run,
      List<Center> centers,
      Map<String, Arrivals> found,
      DeliveryLedger ledger,
      Set<String> reread,
      CutFolders cut) {
    this.run = run;
    this.ledger = ledger;
    this.reread = reread;
    this.cut = cut;
    keptOut = new KeptOut(run.lake(), run.id(), centers, run.progress()::say);
    for (Center center : centers) {
      this.centers.put(center.name(), center);
      this.found.put(center.name(), found.get(center.name()));
    }
    bronze = new BronzeRecords(run.lake());
  }

  /**
   * Takes them; what is refused is noted with the run.
   *
   * @return how many records were kept out
   */
  long take() {
    followed.addAll(centers.keySet());
    followed.removeIf(center -> whyWhole(center).isPresent());
    if (!run.lake().isFollowed(List.of(Operational.RECORD))) {
      followed.clear();
    }
    Engine.shuffle(run.spark(), areFewRecords());
    try {
      takeRecords();
    } catch (Exception e) {
      // Spark throws exceptions that Java holds for checked ones.
      refuseAllIfChanged();
      throw e;
    }
    DeliveryLedger.writeFiles(run, found.values());
    refuseChanged();
    List<SilverPart> parts = parts();
    List<Row> extents = parts.stream().flatMap(part -> part.extents().stream()).toList();
    refuseShrunk(extents);
    Set<String> good = new TreeSet<>(centers.keySet());
    good.removeAll(run.refusals().keySet());
    if (!good.isEmpty()) {
      parts.forEach(part -> part.write(good));
    }
    Set<String> refused = new TreeSet<>(centers.keySet());
    refused.removeAll(good);
    if (!refused.isEmpty()) {
      bronze.undo(refused);
      if (good.isEmpty()) {
        bronze.before().ifPresent(version -> run.restored(Operational.RECORD, version));
      }
    }
    // Where all was looked at, or a centre goes back, what lies there is large or no longer true.
    boolean isClose = refused.isEmpty() && parts.size() == 1;
    parts.stream()
        .filter(part -> isClose)
        .flatMap(part -> part.close().stream())
        .findFirst()
        .ifPresentOrElse(run::note, run.lake()::clearStaging);
    return keptOut.count();
  }

  /** Centres whose changes can be followed and are worth it, and the others. */
  private List<SilverPart> parts() {
    Map<String, Center> follow = new LinkedHashMap<>(centers);
    follow.keySet().retainAll(followed);
    Map<String, Center> whole = new LinkedHashMap<>(centers);
    whole.keySet().removeAll(followed);
    List<SilverPart> parts = new ArrayList<>();
    if (!whole.isEmpty()) {
      boolean once = whole.keySet().stream().allMatch(this::isOfOneDate);
      parts.add(new WholeSilver(run, whole, once));
    }
    if (!follow.isEmpty()) {
      boolean continued = follow.values().stream().allMatch(this::isContinued);
      parts.add(new FollowedSilver(run, follow, taken(), tied, continued));
    }
    return parts;
  }

  /** Whether no delivery has all records, and none have to be looked at for other reasons. */
  private boolean areFewRecords() {
    return !followed.isEmpty()
        && followed.size() == centers.size()
        && found.values().stream()
            .flatMap(own -> own.taken().stream())
            .allMatch(each -> NamedRecords.haveAll(centers, each.read()));
  }

  /** By centre that is followed, the deliveries that are taken, oldest first. */
  private Map<String, List<String>> taken() {
    Map<String, List<String>> taken = new LinkedHashMap<>();
    followed.forEach(
        name -> taken.put(name, found.get(name).taken().stream().map(Arrival::id).toList()));
    return taken;
  }

  /** Whether what is taken of a centre leaves all that was said of earlier times as it is. */
  private boolean isContinued(Center center) {
    LocalDate before = KnownDelivery.date(ledger.of(center.name()).newest().orElseThrow().id());
    return center.identity().isEmpty()
        && found.get(center.name()).taken().stream()
            .allMatch(each -> KnownDelivery.date(each.id()).isAfter(before));
  }

  /** Why a centre's silver is made of all its records; said, unless there was nothing before. */
  private Optional<String> whyWhole(String center) {
    if (ledger.of(center).newest().isEmpty()) {
      return Optional.of("it is new");
    }
    Optional<String> why =
        Stream.of(
                Optional.of("asked for").filter(any -> run.plan().full()),
                Optional.of("its conf, the rules or the program changed")
                    .filter(any -> reread.contains(center)),
                found
                    .get(center)
                    .backTo()
                    .map(date -> "deliveries since %s are taken again".formatted(date)),
                PatientBounds.crossed(
                    centers.get(center),
                    export -> Formats.reader(export.format()).identifyingColumns()))
            .flatMap(Optional::stream)
            .findFirst();
    why.ifPresent(
        reason ->
            run.progress().say("  %s: all records are looked at, as %s".formatted(center, reason)));
    return why;
  }

  /** Delivery after delivery, of all centres at once. */
  private void takeRecords() {
    IdentifierKey key = LakeKey.load(run);
    found.forEach((center, own) -> own.backTo().ifPresent(date -> bronze.backTo(center, date)));
    centers.keySet().stream()
        .filter(center -> cut != null && cut.isOf(center))
        .forEach(center -> bronze.without(center, keptOut.isOut(center)));
    int most = found.values().stream().mapToInt(own -> own.taken().size()).max().orElse(0);
    List<Center> all = List.copyOf(centers.values());
    for (int i = 0; i < most; i++) {
      int place = i;
      List<DeliveredFile> files =
          found.values().stream()
              .filter(own -> place < own.taken().size())
              .flatMap(own -> own.taken().get(place).read().stream())
              .toList();
      Dataset<Row> records = keptOut.without(Records.read(run.spark(), all, files, key));
      if (most == 1 && followed.size() == all.size() && NamedRecords.haveAll(centers, files)) {
        takeTied(run.lake().settle("delivered", records), all, files);
      } else {
        bronze.take(records, all, files);
      }
    }
  }

  /** Bronze is looked through once, for what the delivery replaces and what it is tied to. */
  private void takeTied(Dataset<Row> delivered, List<Center> all, List<DeliveredFile> files) {
    NamedRecords records = NamedRecords.of(run.lake(), all, delivered);
    Amendment delivery = bronze.take(delivered, records.counting(), all, files);
    tied = Optional.of(records.after(delivery, FollowedSilver.changed(taken())));
  }

  private boolean isOfOneDate(String center) {
    Stream<String> taken = found.get(center).taken().stream().map(Arrival::id);
    Stream<String> before =
        ledger.of(center).counting().stream()
            .filter(each -> each.state().equals(Operational.ACCEPTED))
            .map(KnownDelivery::id);
    return Stream.concat(taken, before).map(KnownDelivery::date).distinct().count() <= 1;
  }

  private void refuseChanged() {
    for (String center : centers.keySet()) {
      List<String> changed = changed(center);
      if (!changed.isEmpty()) {
        run.refuse(center, changed);
      }
    }
  }

  /** What broke off while a file changed broke off for that: of none the records are taken. */
  private void refuseAllIfChanged() {
    List<String> changed = centers.keySet().stream().flatMap(c -> changed(c).stream()).toList();
    if (!changed.isEmpty()) {
      throw new DeliveryException(changed);
    }
  }

  private List<String> changed(String center) {
    return found.get(center).taken().stream()
        .flatMap(each -> each.read().stream())
        .filter(file -> !file.isStill())
        .map(
            file ->
                file.name()
                    + ": the file changed, or went, while it was read; see that it is there whole, and the next night takes it")
        .toList();
  }

  /** Of centres whose content is new: what the program or a conf file changes is no loss. */
  private void refuseShrunk(List<Row> extents) {
    List<Row> before =
        run.lake()
            .small()
            .read(Operational.EXTENT)
            .where(col(Registry.CENTER).isInCollection(centers.keySet()))
            .collectAsList();
    for (Center center : centers.values()) {
      boolean isNew = !found.get(center.name()).taken().isEmpty();
      if (isNew && !run.plan().acceptsShrink(center.name())) {
        List<String> problems =
            Shrinkage.problems(center.name(), before, extents, center.arrival().mostLost());
        if (!problems.isEmpty()) {
          run.refuseForContent(center.name(), problems);
        }
      }
    }
  }
}
