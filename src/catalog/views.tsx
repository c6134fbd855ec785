import type { ComponentType } from 'react'
import { workloadView } from './nodes/arrival-source/view'
import { clientView } from './nodes/client/view'
import { loadBalancerView } from './nodes/load-balancer/view'
import { serverView } from './nodes/server/view'

/** How one kind of node shows itself: on its card, to a screen reader and, if it can be added, in the palette. */
export interface NodeView<Spec> {
  readonly title: string
  readonly Glyph: ComponentType
  /** What to know of this node at a glance: short phrases, one a line. */
  readonly facts: (spec: Spec) => readonly string[]
  readonly palette?: { readonly label: string; readonly description: string }
}

/** The view of every node kind; the closed list that the canvas draws from. */
export const nodeViews = {
  workload: workloadView,
  client: clientView,
  'load-balancer': loadBalancerView,
  server: serverView,
} satisfies Record<string, NodeView<never>>

export type NodeKind = keyof typeof nodeViews

/** Kinds that a person can add, in the order of the palette. */
export const paletteKinds = ['server', 'load-balancer'] as const satisfies readonly NodeKind[]
export type PaletteKind = (typeof paletteKinds)[number]
