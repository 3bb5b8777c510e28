package org.hepatica.ml.direct;

/** Where the runs of a block's rows begin and whose they are; see {@link Block}. */
record Runs(int[] stratum, double[] time, int[] start, int[] censored) {}
