package org.hepatica.ml.direct;

import java.io.Serializable;

/**
 * Which columns of the blocks a model has, and how they are standardised.
 *
 * @param columns numbers of columns, ascending
 * @param mean of every column of the blocks
 * @param deviation of every column of the blocks
 */
record Design(int[] columns, double[] mean, double[] deviation) implements Serializable {}
