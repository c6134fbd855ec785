import { type PhaseName, phaseNames } from '../../engine/phaseTimes'
import type { LegendEntry } from '../charts/chartLines'

/** What a request may be doing: how charts call and colour it. */
export interface PhaseLayer extends LegendEntry {
  readonly phase: PhaseName
  /** Place among the phases of a result. */
  readonly index: number
}

const captions: Readonly<Record<PhaseName, string>> = {
  network: 'Network',
  ram_wait: 'Wait for RAM',
  cpu_wait: 'Wait for a core',
  cpu_service: 'On a core',
  db_pool_wait: 'Wait for a DB connection',
  io_wait: 'I/O',
  io_cache: 'Cache',
  io_db: 'Database',
  io_llm: 'LLM',
}

/** Waits stand out in warm colours; work and travel are calm. */
const colors: Readonly<Record<PhaseName, string>> = {
  network: 'var(--phase-network)',
  ram_wait: 'var(--phase-ram-wait)',
  cpu_wait: 'var(--phase-cpu-wait)',
  cpu_service: 'var(--phase-cpu-service)',
  db_pool_wait: 'var(--phase-db-pool-wait)',
  io_wait: 'var(--phase-io)',
  io_cache: 'var(--phase-cache)',
  io_db: 'var(--phase-db)',
  io_llm: 'var(--phase-llm)',
}

/** All phases, in the order of {@link phaseNames}. */
export const phaseLayers: readonly PhaseLayer[] = phaseNames.map((phase, index) => ({
  phase,
  index,
  name: captions[phase],
  color: colors[phase],
  filled: true,
}))
