import { useMemo, useState } from 'react'
import type { Scenario } from '../../catalog/specs'
import type { NodePosition, NodePositions } from '../../store/contracts'
import { useScenario } from '../studio'
import { continuePlacement, type Placement, positionsOf, startPlacement } from './placement'

/** The picture of `scenario`: its graph and a position for every node. */
export function usePlacement(scenario: Scenario): {
  readonly placement: Placement
  readonly positions: NodePositions
  /** Says where a node should stand that the next edit adds. */
  readonly wish: (id: string, position: NodePosition) => void
} {
  const known = useScenario((state) => state.positions)
  const name = useScenario((state) => state.name)
  const origin = useScenario((state) => state.lastOrigin)
  /** Positions asked for nodes that an edit is about to add, e.g. where a palette entry was dropped. */
  const [wishes, setWishes] = useState<NodePositions>({})
  const [{ placement, shownName }, setShown] = useState(() => ({
    placement: startPlacement(scenario, known, 0),
    shownName: name,
  }))
  if (placement.scenario !== scenario) {
    const another = origin === 'open' || (origin === 'undo' && name !== shownName)
    setShown({
      placement: another
        ? startPlacement(scenario, known, placement.opened + 1)
        : continuePlacement(placement, scenario, { ...wishes, ...known }),
      shownName: name,
    })
  }
  const positions = useMemo(() => positionsOf(placement, known), [placement, known])
  return {
    placement,
    positions,
    wish: (id, position) => setWishes({ [id]: position }),
  }
}
