package org.hepatica.benchmark;

/**
 * What a process runs after its first run.
 *
 * @param warmUp seconds of runs that are not measured, at least; R, which does not compile while it
 *     runs, has none
 * @param repeat runs that are measured
 */
public record Runs(double warmUp, int repeat) {}
