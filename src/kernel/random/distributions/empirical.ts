import { EmpiricalQuantiles, type QuantilePoint } from './empiricalQuantiles'
import { EmpiricalSample } from './empiricalSample'

/** Laws taken from measurements. */
export const Empirical = {
  /** Each of these values equally likely. */
  ofSamples: (values: readonly number[]) => new EmpiricalSample(values),
  /** Quantiles measured at some probabilities from 0 to 1, and straight lines between them. */
  ofQuantiles: (points: readonly QuantilePoint[]) => new EmpiricalQuantiles(points),
}
