package org.hepatica.ml.direct;

import java.io.Serializable;

/**
 * Which columns of the blocks a model has, and how they are standardised.
 *
 * @param columns numbers of columns, ascending
 * @param mean of every column of the blocks
 * @param deviation of every column of the blocks
 * @param reach how far every column goes from its mean, in deviations
 * @param offsetReach how far offsets go from their mean; 0 without offsets
 */
record Design(int[] columns, double[] mean, double[] deviation, double[] reach, double offsetReach)
    implements Serializable {}
