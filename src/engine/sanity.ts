import type { Scenario } from '../catalog/specs'
import { demandsOf } from '../scenario/size/demand'
import { closedForms } from './closedForms'
import type { Measured } from './measured'
import type { LittlesLaw, OfferedLoad, Sanity } from './sanityResult'

/** Checks a run against Little's law, its offered loads, and what theory says about it. */
export function checkSanity(scenario: Scenario, measured: Measured): Sanity {
  return {
    littlesLaw: littlesLaw(measured),
    loads: offeredLoads(scenario, measured),
    closedForms: closedForms(scenario, measured),
  }
}

function littlesLaw({ simulatedSeconds, summary, inSystemArea, lostTime, unfinishedTime }: Measured): LittlesLaw {
  const perSecond = (amount: number) => (simulatedSeconds > 0 ? amount / simulatedSeconds : 0)
  const { count, mean } = summary.latency
  return {
    inSystem: perSecond(inSystemArea),
    product: perSecond(count * (mean ?? 0)),
    lost: perSecond(lostTime),
    unfinished: perSecond(unfinishedTime),
  }
}

/** Loads of all resources that anybody asks for anything. */
function offeredLoads({ topology_graph: { nodes } }: Scenario, { arrivals, simulatedSeconds, summary }: Measured) {
  if (simulatedSeconds === 0) return []
  return nodes.servers.flatMap((server) => {
    const rate = (arrivals.get(server.id) ?? 0) / simulatedSeconds
    const ram = summary.components[server.id]?.ram_in_use?.mean
    return demandsOf(server)
      .filter(({ busy }) => busy > 0 && Number.isFinite(busy))
      .map(
        ({ resource, busy, capacity }): OfferedLoad => ({
          component: server.id,
          resource,
          offered: (rate * busy) / capacity,
          ...(resource === 'ram' && ram !== undefined && { used: ram / capacity }),
        }),
      )
  })
}
