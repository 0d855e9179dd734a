/** Models on TensorFlow and XGBoost: estimators that fit, and scorers that serve what was fitted. */
@NullMarked
package dev.counterpoint.infra.models;

import org.jspecify.annotations.NullMarked;
