package dev.counterpoint.infra.models;

import dev.counterpoint.training.fit.Calibration;

/**
 * Fitted trees at rest. Arrays are not copied.
 *
 * @param featureSet name of the inputs
 * @param features how many inputs
 * @param position inputs behind them, as they are when nobody says where a card stands
 * @param rounds trees that count, from the first on; those after them did not help
 * @param calibration of the sum of their leaves
 * @param booster as XGBoost writes it, in UBJSON
 */
record Trees(String featureSet, int features, float[] position, int rounds, Calibration calibration, byte[] booster) {}
