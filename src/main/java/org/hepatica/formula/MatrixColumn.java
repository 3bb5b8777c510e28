package org.hepatica.formula;

import java.io.Serializable;

/**
 * A column of the model matrix.
 *
 * @param name as R names it: {@code age:sexmale}
 * @param term the place of its term, from 0 (R's {@code assign} less 1)
 * @param label the term's label: {@code age:sex}
 */
public record MatrixColumn(String name, int term, String label) implements Serializable {}
