import { assertUnreachable } from '../../base/assert'
import { formatClock, formatCount } from '../../base/format'
import type { Bottleneck } from '../../engine/attribution/attribution'
import type { Instability } from '../../engine/runResult'
import { resourceText } from './resourceText'

/**
 * Why a run ended early, where requests piled up, and what would help.
 * @param endedAt [s]
 * @param bottleneck what the verdict names: where they piled up first need not be where most were at the end
 */
export function describeInstability(instability: Instability, endedAt: number, bottleneck: Bottleneck | null): string {
  const { inFlight, waiting, since } = instability
  const { what, remedy } = blame(instability)
  const requests = `${formatCount(inFlight)} requests in the system`
  const found =
    instability.resource === 'background'
      ? `${formatCount(waiting)} ${what}, besides ${requests}.`
      : `${requests}: ${formatCount(waiting)} of them ${what}. They pile up since about ${formatClock(since)}.`
  const isSame = bottleneck?.component === instability.component && bottleneck.resource === instability.resource
  const first = bottleneck === null || isSame ? '' : `The run was held back first by ${resourceText(bottleneck)}. `
  return `The run ended at ${formatClock(endedAt)} with ${found} ${first}${remedy} The figures cover the time until then.`
}

function blame({ component, resource }: Instability): { readonly what: string; readonly remedy: string } {
  const who = `"${component}"`
  switch (resource) {
    case 'cpu':
      return {
        what: `wait for a core of ${who}`,
        remedy: 'More cores, shorter CPU steps, another server or fewer users would help.',
      }
    case 'ram':
      return {
        what: `wait for memory of ${who}`,
        remedy: 'More ram_mb, smaller RAM steps, shorter waits while it is held, or fewer users would help.',
      }
    case 'db_pool':
      return {
        what: `wait for a database connection of ${who}`,
        remedy: 'A larger db_connection_pool, shorter io_db steps or fewer users would help.',
      }
    case 'io':
      return { what: `sleep in I/O at ${who}`, remedy: 'Shorter waits or fewer users would help.' }
    case 'background':
      return {
        what: `background tasks of ${who} that have not ended`,
        remedy: 'Shorter io_task_spawn steps or fewer users would help.',
      }
    case 'network':
      return { what: `are on their way over ${who}`, remedy: 'A shorter latency or fewer users would help.' }
    default:
      return assertUnreachable(resource)
  }
}
