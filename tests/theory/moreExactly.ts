import type { TheoryModel } from '../../src/validation/theoryModel'

/** With so many times the usual replications a third of the usual standard error is left, and figures meet their aims. */
const ENOUGH_FOR_AIMS = 10

/** The same model with `times` as many replications; from ten times on, its figures are held to their aims. */
export function moreExactly(model: TheoryModel, times: number): TheoryModel {
  const figures =
    times < ENOUGH_FOR_AIMS
      ? model.figures
      : model.figures.map((figure) => ({
          ...figure,
          tolerance: Math.min(figure.tolerance, figure.aim ?? figure.tolerance),
        }))
  return { ...model, replications: Math.ceil(model.replications * times), figures }
}
