package org.hepatica.synthetic;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.hepatica.synthetic.plan.Apportion;
import org.hepatica.synthetic.plan.Member;
import org.hepatica.synthetic.plan.Panel;

/**
 * The planned population: any patient is a pure function of the seed and the index. Patients are
 * planned in blocks of 2,690, as many as the study had, of whom 674 have a known KRAS status; a few
 * blocks are kept, so that neighbours are cheap. Nothing is stored, and a plan of ten million
 * patients is as small as one of ten.
 */
public final class Plan implements Serializable {

  /** Patients with a complete resection in the study. */
  public static final int STUDY = 2690;

  /** Of them with a known KRAS status. */
  public static final int TYPED = 674;

  private static final long serialVersionUID = 1L;
  private static final int EXTRAS = 660;
  private static final int KEPT = 8;

  private final long patients;
  private final long seed;
  private transient Map<Long, SyntheticPatient[]> blocks;

  private Plan(long patients, long seed) {
    this.patients = patients;
    this.seed = seed;
  }

  /**
   * A plan.
   *
   * @param patients with a complete resection, about a tenth more who fail a rule are added
   * @param seed of everything
   */
  public static Plan of(long patients, long seed) {
    if (patients < 1) {
      throw new IllegalArgumentException("patients must be at least 1, not " + patients);
    }
    return new Plan(patients, seed);
  }

  /** Patients with a complete resection; from this index on, each fails a named rule. */
  public long patients() {
    return patients;
  }

  /** All patients, with those who each fail a rule. */
  public long size() {
    return patients + Math.round(patients / 10.0);
  }

  /** The patient at an index from 0 to {@code size() - 1}. */
  public SyntheticPatient patient(long index) {
    if (index < 0 || index >= size()) {
      throw new IndexOutOfBoundsException(index + " of " + size());
    }
    if (index < patients) {
      return block(index / STUDY)[(int) (index % STUDY)];
    }
    long extra = index - patients;
    return block(-1 - extra / EXTRAS)[(int) (extra % EXTRAS)];
  }

  private synchronized SyntheticPatient[] block(long number) {
    if (blocks == null) {
      blocks = new LinkedHashMap<>(2 * KEPT, .75f, true);
    }
    SyntheticPatient[] block = blocks.get(number);
    if (block == null) {
      block = number < 0 ? extras(-1 - number) : typedAndUntyped(number);
      blocks.put(number, block);
      if (blocks.size() > KEPT) {
        blocks.remove(blocks.keySet().iterator().next());
      }
    }
    return block;
  }

  private SyntheticPatient[] typedAndUntyped(long number) {
    long first = number * STUDY;
    int size = (int) Math.min(STUDY, patients - first);
    int typed = Apportion.split(size, TYPED, STUDY - TYPED)[0];
    SplittableRandom random = random(number);
    List<Chart> charts = new ArrayList<>();
    add(charts, Panel.of(typed, random.nextLong()), true);
    for (int part : Apportion.split(size - typed, 1, 1, 1)) {
      add(charts, Panel.of(part, random.nextLong()), false);
    }
    for (int i = size - 1; i > 0; i--) {
      Collections.swap(charts, i, random.nextInt(i + 1));
    }
    SyntheticPatient[] block = new SyntheticPatient[size];
    for (int i = 0; i < size; i++) {
      block[i] = charts.get(i).patient(first + i, null, random);
    }
    return block;
  }

  private static void add(List<Chart> charts, List<Member> members, boolean typed) {
    members.forEach(member -> charts.add(new Chart(member, typed)));
  }

  private SyntheticPatient[] extras(long number) {
    long first = number * EXTRAS;
    int size = (int) Math.min(EXTRAS, size() - patients - first);
    SplittableRandom random = random(-1 - number);
    List<Member> members = Panel.of(size, random.nextLong());
    SyntheticPatient[] block = new SyntheticPatient[size];
    for (int i = 0; i < size; i++) {
      Exclusion rule = Exclusion.of(first + i);
      rule.apply(members.get(i));
      Chart chart = new Chart(members.get(i), random.nextInt(STUDY) < TYPED);
      block[i] = chart.patient(patients + first + i, rule, random);
    }
    return block;
  }

  private SplittableRandom random(long block) {
    return new SplittableRandom(
        new SplittableRandom(seed).nextLong() + block * 0x9E3779B97F4A7C15L);
  }
}
