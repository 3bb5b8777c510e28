/** One planted patient as dated facts: operations, lesions, markers, treatments, samples, tests. */
package org.hepatica.synthetic.course;
