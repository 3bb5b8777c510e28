/**
 * What {@code jobs/benchmark} does: made-up tables of any size, runs of ours, of R and of a bare
 * scan in processes of their own, and the table that compares them.
 *
 * <p>A measurement is a process: it starts, makes its session or reads its data, is timed, and says
 * by file what came of it. Who asked compares results before ratios.
 *
 * <p>May import: Spark SQL, {@code ml}, {@code survival}. Imported by {@code job} only.
 */
package org.hepatica.benchmark;
