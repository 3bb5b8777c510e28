package org.hepatica.genomics;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Derives one status a patient from the samples.
 *
 * <ol>
 *   <li>Normal tissue is set aside, and so is a sample that was not profiled.
 *   <li>Mutated when an accepted variant stands, conflicts of platforms resolved by policy.
 *   <li>Else indeterminate when a sample has a variant that is not accepted.
 *   <li>Else wild-type when passing samples together interrogated every required codon.
 *   <li>Else indeterminate, or not tested when no sample is left.
 * </ol>
 */
public final class StatusPolicy implements Serializable {

  private static final long serialVersionUID = 1L;

  private final GenePolicy policy;

  /** By a policy. */
  public StatusPolicy(GenePolicy policy) {
    this.policy = policy;
  }

  /** The status of a patient with these samples, in any order. */
  public PatientStatus derive(List<SampleEvidence> samples) {
    return derivation(samples).derive();
  }

  /** What each of a patient's samples contributes to the status, in the order of the samples. */
  public List<Contribution> contributions(List<SampleEvidence> samples) {
    Derivation derivation = derivation(samples);
    PatientStatus status = derivation.derive();
    return samples.stream().map(sample -> derivation.contribution(sample, status)).toList();
  }

  private Derivation derivation(List<SampleEvidence> samples) {
    List<SampleEvidence> tested =
        samples.stream()
            .filter(sample -> sample.tumor() && sample.tested())
            .sorted(order())
            .toList();
    return new Derivation(samples, tested);
  }

  /** Place of a platform in the configured precedence; behind it when it is not in it. */
  static int rank(GenePolicy policy, Platform platform) {
    int index = policy.precedence().indexOf(platform);
    return index < 0 ? policy.precedence().size() : index;
  }

  /** Which of several equal samples decides: precedence, latest, platform, sample. */
  private Comparator<SampleEvidence> order() {
    Comparator<Integer> latest = Comparator.nullsLast(Comparator.reverseOrder());
    return Comparator.<SampleEvidence>comparingInt(s -> rank(policy, s.platform()))
        .thenComparing(SampleEvidence::day, latest)
        .thenComparing(SampleEvidence::platform)
        .thenComparing(SampleEvidence::sample);
  }

  /** One patient. */
  private final class Derivation {
    private final List<SampleEvidence> all;
    private final List<SampleEvidence> tested;
    private final List<CodonConflict> conflicts;
    private final SortedSet<Integer> overruled = new TreeSet<>();
    private final SortedSet<Integer> interrogated = new TreeSet<>();

    Derivation(List<SampleEvidence> all, List<SampleEvidence> tested) {
      this.all = all;
      this.tested = tested;
      this.conflicts = CodonConflict.find(policy.codons(), tested);
      conflicts.stream()
          .filter(conflict -> conflict.overrules(policy))
          .forEach(conflict -> overruled.add(conflict.codon()));
      tested.forEach(sample -> interrogated.addAll(sample.codons()));
      interrogated.retainAll(policy.codons());
    }

    PatientStatus derive() {
      if (tested.isEmpty()) {
        return status(GeneState.NOT_TESTED, whyNotTested(), null);
      }
      for (SampleEvidence sample : tested) {
        if (sample.accepted().stream().anyMatch(this::stands)) {
          return status(GeneState.MUTATED, mutationReason(sample), sample);
        }
      }
      for (SampleEvidence sample : tested) {
        if (sample.block() != null) {
          return status(GeneState.INDETERMINATE, blockReason(sample), sample);
        }
      }
      return interrogated.containsAll(policy.requiredCodons()) ? wildType() : incomplete();
    }

    Contribution contribution(SampleEvidence sample, PatientStatus status) {
      List<Call> accepted = sample.accepted();
      Contribution.Part part = part(sample, accepted);
      boolean decides =
          tested.contains(sample)
              && sample.platform() == status.platform()
              && sample.sample().equals(status.sample());
      return new Contribution(
          decides ? Contribution.Part.DECIDES : part,
          found(sample, part),
          accepted.stream().map(call -> call.variant().name()).distinct().sorted().toList(),
          accepted.stream()
              .map(Call::fraction)
              .filter(Objects::nonNull)
              .max(Comparator.naturalOrder())
              .orElse(null));
    }

    private Contribution.Part part(SampleEvidence sample, List<Call> accepted) {
      if (!sample.tumor()) {
        return Contribution.Part.NORMAL_TISSUE;
      }
      if (accepted.stream().anyMatch(this::stands)) {
        return Contribution.Part.MUTATED;
      }
      if (sample.block() != null) {
        return Contribution.Part.DOUBTFUL;
      }
      if (!accepted.isEmpty()) {
        return Contribution.Part.OVERRULED;
      }
      return switch (sample.outcome()) {
        case CALLED -> Contribution.Part.WILD_TYPE;
        case FAILED -> Contribution.Part.FAILED;
        case NOT_PROFILED -> Contribution.Part.NOT_PROFILED;
      };
    }

    private String found(SampleEvidence sample, Contribution.Part part) {
      return switch (part) {
        case NORMAL_TISSUE -> "the tissue is normal";
        case MUTATED, OVERRULED ->
            sample.accepted().stream()
                .map(call -> call.variant().name())
                .distinct()
                .collect(Collectors.joining(", "));
        case DOUBTFUL -> doubt(sample.block());
        case WILD_TYPE, DECIDES -> "no mutation in codons " + shown(sample.codons());
        case FAILED, NOT_PROFILED -> sample.reason() == null ? part.label() : sample.reason();
      };
    }

    private boolean stands(Call call) {
      return policy.codons().stream()
          .anyMatch(codon -> call.variant().touches(codon) && !overruled.contains(codon));
    }

    private String whyNotTested() {
      if (all.isEmpty()) {
        return "no assay joins the patient";
      }
      return all.stream()
          .filter(SampleEvidence::tumor)
          .sorted(order())
          .map(sample -> sample.platform().label() + ": " + sample.reason())
          .findFirst()
          .orElse("only normal tissue was tested");
    }

    private String mutationReason(SampleEvidence sample) {
      String found =
          sample.accepted().stream()
              .filter(this::stands)
              .map(call -> call.variant().name())
              .distinct()
              .collect(Collectors.joining(", "));
      return sample.platform().label() + ": " + found + conflictText();
    }

    private String blockReason(SampleEvidence sample) {
      return sample.platform().label() + ": " + doubt(sample.block()) + conflictText();
    }

    private static String doubt(Call call) {
      boolean named = call.variant().codon() > 0;
      return (named ? call.variant().name() + " not accepted: " : "unreadable variant: ")
          + call.reason();
    }

    private PatientStatus wildType() {
      boolean every = interrogated.containsAll(policy.codons());
      SampleEvidence widest = first(sample -> -sample.codons().size());
      String reason =
          every
              ? "no mutation in any configured codon"
              : "no mutation in the assayed codons " + shown(interrogated);
      return status(
          every ? GeneState.WILD_TYPE_ALL : GeneState.WILD_TYPE_ASSAYED,
          reason + conflictText(),
          widest);
    }

    private PatientStatus incomplete() {
      if (interrogated.isEmpty()) {
        SampleEvidence failed = tested.get(0);
        return status(
            GeneState.INDETERMINATE, failed.platform().label() + ": " + failed.reason(), failed);
      }
      SortedSet<Integer> lacking = new TreeSet<>(policy.requiredCodons());
      lacking.removeAll(interrogated);
      return status(
          GeneState.INDETERMINATE,
          "required codons " + shown(lacking) + " were not interrogated with success",
          first(sample -> -sample.codons().size()));
    }

    private SampleEvidence first(Function<SampleEvidence, Integer> by) {
      return tested.stream().min(Comparator.comparing(by).thenComparing(order())).orElseThrow();
    }

    private String conflictText() {
      if (conflicts.isEmpty()) {
        return "";
      }
      String which =
          conflicts.stream().map(CodonConflict::describe).collect(Collectors.joining("; "));
      return "; conflict at " + which + "; resolved by " + policy.conflict().label();
    }

    private PatientStatus status(GeneState state, String reason, SampleEvidence decides) {
      return new PatientStatus(
          state,
          reason,
          state == GeneState.MUTATED ? variants() : List.of(),
          interrogated,
          decides == null ? null : decides.platform(),
          decides == null ? null : decides.sample(),
          tested.stream().map(SampleEvidence::platform).distinct().sorted().toList(),
          !conflicts.isEmpty(),
          all.size(),
          decides == null ? null : decides.day());
    }

    private List<String> variants() {
      return tested.stream()
          .flatMap(sample -> sample.accepted().stream())
          .filter(this::stands)
          .map(Call::variant)
          .sorted(Comparator.comparingInt(Variant::codon).thenComparing(Variant::name))
          .map(Variant::name)
          .distinct()
          .toList();
    }
  }

  private static String shown(SortedSet<Integer> codons) {
    return codons.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
