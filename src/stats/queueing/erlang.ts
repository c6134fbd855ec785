/*
 * Erlang's formulas for a pool of equal servers that is offered Poisson traffic.
 * `load` is the offered traffic a = λ·E[S] [Erlang]: the servers that are busy on average if there are enough.
 */

/**
 * Erlang B: chance that an arrival finds all servers of M/G/c/c busy and is turned away.
 * @param servers c, whole, ≥ 0
 * @param load a ≥ 0 [Erlang]
 */
export function erlangB(servers: number, load: number): number {
  let blocked = 1
  // Of a million servers nearly all change nothing any more.
  for (let n = 1; n <= servers && blocked > 0; n++) blocked = (load * blocked) / (n + load * blocked)
  return blocked
}

/**
 * Erlang C: chance that an arrival of M/M/c has to wait; 1 from a = c on, where queues grow without bound.
 * @param servers c, whole, ≥ 1
 * @param load a ≥ 0 [Erlang]
 */
export function erlangC(servers: number, load: number): number {
  if (load >= servers) return 1
  const blocked = erlangB(servers, load)
  return (servers * blocked) / (servers - load * (1 - blocked))
}
