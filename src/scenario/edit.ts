import type { StepKind } from '../catalog/specs'
import type { DocumentPath, TextPatch } from './diagnostic'

/**
 * Changes of a scenario as text edits. Each leaves every other line and comment byte-equal.
 * A refused edit says why, in words for the person.
 */
export type Edit =
  | { readonly ok: true; readonly patches: readonly TextPatch[]; readonly label: string; readonly id?: string }
  | { readonly ok: false; readonly reason: string }

export type ScalarValue = string | number | boolean | null

/** The edits that canvas and inspector can ask for; every one starts from the present text. */
export interface ScenarioEdits {
  /** Sets the scalar at `path`; adds the key (and missing parents) where it is absent. */
  setValue(text: string, path: DocumentPath, value: ScalarValue): Edit
  /** Removes a key, so that its default applies, or an item of a list. */
  removeAt(text: string, path: DocumentPath): Edit
  /** Adds a server with one endpoint and sensible defaults; its new id is in the answer. */
  addServer(text: string): Edit
  addLoadBalancer(text: string): Edit
  /** Connects two nodes; refuses what the model does not allow and says why. Covers the server when the source is the load balancer. */
  addEdge(text: string, source: string, target: string): Edit
  addEndpoint(text: string, server: string): Edit
  addStep(text: string, server: string, endpoint: number, kind: StepKind): Edit
  /** Moves a step up or down within its endpoint. */
  moveStep(text: string, server: string, endpoint: number, step: number, to: number): Edit
  addEvent(text: string, target: string): Edit
  /** Removes a server or the load balancer together with its edges, events and references. */
  removeNode(text: string, id: string): Edit
  /** Removes an edge together with the events that target it. */
  removeEdge(text: string, id: string): Edit
  /** Gives a component another id everywhere it is used; refuses an id that is taken. */
  renameId(text: string, from: string, to: string): Edit
}
