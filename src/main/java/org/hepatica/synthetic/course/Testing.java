package org.hepatica.synthetic.course;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hepatica.synthetic.SyntheticPatient;
import org.hepatica.synthetic.allele.Allele;
import org.hepatica.synthetic.allele.HotspotAssay;
import org.hepatica.synthetic.allele.KrasGene;
import org.hepatica.synthetic.course.Course.Specimen;
import org.hepatica.synthetic.course.LabTest.Outcome;
import org.hepatica.synthetic.course.LabTest.Platform;

/** Which laboratory tested whom, so that all of them together lead to the planted state. */
final class Testing {

  private static final double SECOND = 0.12;
  private static final double DISAGREES = 0.02;
  private static final double FAILED_FIRST = 0.04;
  private static final int HOTSPOTS_COMMON = 2006;
  private static final LocalDate SANGER_SINCE = LocalDate.of(2002, 1, 1);
  private static final LocalDate SEQUENOM_SINCE = LocalDate.of(2008, 6, 1);

  private final SyntheticPatient patient;
  private final Specimen specimen;
  private final double genomes;
  private final Draw draw;
  private final Optional<Allele> allele;
  private final List<LabTest> tests = new ArrayList<>();

  private Testing(SyntheticPatient patient, Specimen specimen, double genomes, Draw draw) {
    this.patient = patient;
    this.specimen = specimen;
    this.genomes = genomes;
    this.draw = draw;
    this.allele = Optional.ofNullable(patient.krasVariant()).map(KrasGene::allele);
  }

  /** Tests of a patient; genomes is the share of all-codon tests that are whole genomes. */
  static List<LabTest> of(SyntheticPatient patient, Specimen specimen, double genomes, Draw draw) {
    Testing testing = new Testing(patient, specimen, genomes, draw);
    switch (patient.kras()) {
      case WT_ALL -> testing.wildTypeEverywhere();
      case WT_ASSAYED -> testing.wildTypeWhereAssayed();
      case MUT -> testing.mutated();
      case INDETERMINATE -> testing.indeterminate();
      default -> {}
    }
    return testing.tests;
  }

  private void wildTypeEverywhere() {
    add(broad(), Outcome.WILD_TYPE);
    if (draw.chance(SECOND)) {
      add(narrow(), Outcome.WILD_TYPE);
    } else if (draw.chance(FAILED_FIRST)) {
      add(narrow(), Outcome.FAILED);
    }
  }

  private void wildTypeWhereAssayed() {
    Platform first = narrow();
    add(first, Outcome.WILD_TYPE);
    if (draw.chance(SECOND)) {
      add(other(first), Outcome.WILD_TYPE);
    } else if (draw.chance(FAILED_FIRST)) {
      add(other(first), Outcome.FAILED);
    }
  }

  private void mutated() {
    Platform first = draw.chance(0.5) ? broad() : narrowThatShows();
    add(first, Outcome.MUTATED);
    boolean broad = first == Platform.IMPACT || first == Platform.WGS;
    if (draw.chance(SECOND)) {
      add(broad ? narrowThatShows() : Platform.IMPACT, Outcome.MUTATED);
    } else if (broad && draw.chance(DISAGREES)) {
      add(Platform.SANGER, Outcome.WILD_TYPE);
    }
  }

  private void indeterminate() {
    double share = draw.uniform();
    if (share < 0.65) {
      add(narrow(), Outcome.FAILED);
    } else {
      Allele weak = KrasGene.allele(draw.one("G12D", "G12V", "G13D"));
      add(draw.chance(genomes) ? Platform.WGS : Platform.IMPACT, Outcome.WEAK, Optional.of(weak));
    }
  }

  private Platform broad() {
    return draw.chance(genomes) ? Platform.WGS : Platform.IMPACT;
  }

  private Platform narrow() {
    boolean early = patient.operationDate().getYear() < HOTSPOTS_COMMON;
    return draw.chance(early ? 0.4 : 0.75) ? Platform.SEQUENOM : Platform.SANGER;
  }

  private Platform narrowThatShows() {
    Platform any = narrow();
    return HotspotAssay.shows(allele.orElseThrow()) ? any : Platform.SANGER;
  }

  private static Platform other(Platform narrow) {
    return narrow == Platform.SEQUENOM ? Platform.SANGER : Platform.SEQUENOM;
  }

  private void add(Platform platform, Outcome outcome) {
    add(platform, outcome, outcome == Outcome.MUTATED ? allele : Optional.empty());
  }

  private void add(Platform platform, Outcome outcome, Optional<Allele> variant) {
    boolean extended = draw.chance(0.5) || variant.map(Allele::codon).orElse(12) > 13;
    LocalDate first = platform == Platform.SANGER ? SANGER_SINCE : SEQUENOM_SINCE;
    LocalDate soon = specimen.reported().plusDays(draw.between(10, 40));
    LocalDate date = soon.isBefore(first) ? first.plusDays(draw.between(0, 900)) : soon;
    tests.add(new LabTest(platform, specimen, outcome, variant, extended, date));
  }
}
