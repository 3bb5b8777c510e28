package org.hepatica.genomics;

import java.util.List;
import java.util.SortedSet;

/**
 * The status of a patient's gene, with what decided it.
 *
 * @param state one of the five
 * @param reason why
 * @param variants accepted changes that stand, by codon
 * @param codons configured codons that passing assays interrogated
 * @param platform of the deciding sample, or null
 * @param sample the deciding one, or null
 * @param platforms that tested the patient
 * @param conflict whether platforms disagree on a codon
 * @param assays samples that were looked at, those set aside included
 * @param day of the deciding result, days since 1970, or null
 */
public record PatientStatus(
    GeneState state,
    String reason,
    List<String> variants,
    SortedSet<Integer> codons,
    Platform platform,
    String sample,
    List<Platform> platforms,
    boolean conflict,
    int assays,
    Integer day) {}
