package org.hepatica.survival.cox;

import java.util.Optional;
import org.hepatica.survival.TestResult;

/**
 * One removal of a backward selection.
 *
 * @param removed the term that left
 * @param test Wald's test of the term in the model it left; empty if nothing of it could be
 *     estimated there
 * @param n subjects of that model
 * @param events events of that model
 */
public record SelectionStep(Term removed, Optional<TestResult> test, long n, long events) {}
