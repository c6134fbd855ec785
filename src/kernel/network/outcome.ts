/**
 * How a request ended, as a number: the two outcomes that name no place, then one per link
 * for requests lost on it.
 */
export const Outcome = {
  COMPLETED: 0,
  NO_SERVER_UP: 1,
  /** Lost on link i: FIRST_LINK + i. */
  FIRST_LINK: 2,
} as const
