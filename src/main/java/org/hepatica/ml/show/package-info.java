/**
 * Results of the engine as people and programs read them: text laid out as R prints it, tidy CSV,
 * JSON. What does not exist is null, an empty cell or NA; nothing is NaN.
 *
 * <p>May import: {@code ml}, {@code survival}, {@code formula}, Jackson, FastCSV.
 */
package org.hepatica.ml.show;
