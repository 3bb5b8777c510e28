package org.hepatica.job;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hepatica.protocol.Center;
import org.hepatica.source.DeliveryException;
import org.hepatica.source.IdentifierKey;
import org.hepatica.source.LandingCut;
import org.hepatica.table.Operational;

/** What there is of a person, or of all who are erased, in the lake and in landing. */
final class FoundPerson {

  private final Run run;
  private final Center center;
  private final IdentifierKey key;
  private final Set<String> named = new TreeSet<>();
  private final Set<String> known = new TreeSet<>();
  private final boolean isOfAll;
  private final PersonTies ties;
  private final LandingCut cut;
  private final long rows;

  /**
   * Looks.
   *
   * @param center the person's
   * @param given identifiers as the centre delivers them; none for all who are erased
   * @param ofAll whether all who are erased are looked for, whoever is named
   * @param leaveShared whether identifiers that others have too are taken for theirs
   */
  FoundPerson(
      Run run,
      Center center,
      ErasedPersons erased,
      List<String> given,
      boolean ofAll,
      boolean leaveShared) {
    this.run = run;
    this.center = center;
    key = LakeKey.load(run);
    given.forEach(text -> named.add(key.hash(center.name(), text)));
    named.forEach(hash -> known.addAll(erased.ofPerson(center.name(), hash)));
    isOfAll = ofAll || given.isEmpty();
    Set<String> seeds = new TreeSet<>(isOfAll ? erased.of(center.name()) : named);
    seeds.addAll(known);
    ties = new PersonTies(center, run.lake().read(Operational.RECORD), leaveShared || isOfAll);
    cut = closed(seeds);
    rows = new ErasedRows(run).recordsEver(center.name(), identifiers());
  }

  /** All that is tied to the person, in the lake and in landing. */
  private LandingCut closed(Set<String> seeds) {
    ties.add(seeds);
    while (true) {
      Set<String> before = new TreeSet<>(identifiers());
      LandingCut found =
          LandingCut.plan(
              run.plan().installation().landing(),
              center,
              run.plan().centers().size() == 1,
              run.day(),
              text -> key.hash(center.name(), text),
              before);
      ties.add(found.tied());
      if (before.equals(identifiers())) {
        return found;
      }
    }
  }

  /** Whether all who are erased are meant. */
  boolean isOfAll() {
    return isOfAll;
  }

  /** Whether whoever is named is on the list already. */
  boolean isKnown() {
    return known.containsAll(named);
  }

  /** The hashes of all identifiers. */
  Set<String> identifiers() {
    return ties.identifiers();
  }

  /** The hash that stands for the person. */
  String person() {
    return (known.isEmpty() ? named : known).iterator().next();
  }

  /** What of landing is to be cut. */
  LandingCut cut() {
    return cut;
  }

  /** Whether any version of the lake has the person. What is only in landing reached no table. */
  boolean isInLake() {
    return rows > 0;
  }

  /** Whether there is anything of the person. */
  boolean isThere() {
    return isInLake() || !cut.planned().isEmpty();
  }

  /** Refuses a person who is several patients. */
  void refuseOthers() {
    Set<String> patients = ties.patients();
    if (patients.size() > 1 && !known.containsAll(patients) && !isOfAll) {
      throw new DeliveryException(
          "centre %s: records tie the person to %d patients (%s), by an identifier that they share: nobody is erased; correct what is wrong of it at the centre, say by an identity file that they are one, leave such identifiers to the others by --leave-shared, or erase them all by --with-tied"
              .formatted(
                  center.name(),
                  patients.size(),
                  String.join(
                      ", ", patients.stream().limit(5).map(IdentifierKey::shown).toList())));
    }
  }

  /** Refuses a person of whom there is nothing. */
  DeliveryException unknown() {
    return new DeliveryException(
        "centre %s: no record in the lake or in landing has the identifier %s; write it as the centre does, or keep it out beforehand by --keep-out"
            .formatted(center.name(), IdentifierKey.shown(person())));
  }

  /** Tells what there is. */
  void tell() {
    run.progress()
        .say(
            "%s of %s: %d identifiers; in the lake %d rows of records, of all versions"
                .formatted(
                    isOfAll ? "all who are erased" : "person " + IdentifierKey.shown(person()),
                    center.name(),
                    identifiers().size(),
                    rows));
    for (LandingCut.Planned file : cut.planned()) {
      run.progress()
          .say(
              file.deletes()
                  ? "  landing %s: goes".formatted(file.name())
                  : "  landing %s: %d go".formatted(file.name(), file.records()));
    }
  }
}
