/** Independent runs of every model; Student's t with 19 degrees of freedom is close to normal. */
export const REPLICATIONS = 20
