/**
 * Kinds of injected events. A start kind belongs to one end kind and to one sort of target;
 * the rules of the scenario language check that they match.
 */
export const injectionKinds = {
  server_outage: { title: 'Server outage', start: 'server_down', end: 'server_up', target: 'server' },
  network_spike: { title: 'Network spike', start: 'network_spike_start', end: 'network_spike_end', target: 'link' },
} as const
