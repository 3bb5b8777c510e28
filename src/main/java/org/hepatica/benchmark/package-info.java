/**
 * What {@code jobs/benchmark} does: made-up tables of any size, runs of ours, of R and of a bare
 * scan in processes of their own, and the table that compares them.
 *
 * <p>A measurement is a process: it starts, makes its session or reads its data, is timed, and says
 * by file what came of it. Who asked compares results before ratios.
 *
 * <p>Nights are measured by those who run them: {@code RefreshProgram} is what this package asks of
 * the program, and a lake is looked at in a process that has seen none of its nights.
 *
 * <p>May import: Spark SQL, {@code ml}, {@code survival}. Imported by {@code job} only.
 */
package org.hepatica.benchmark;
