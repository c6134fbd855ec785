import type { ObjectiveSpec, StepKind } from '../catalog/specs'
import type { DocumentPath, TextPatch } from './diagnostic'
import * as components from './edit/components'
import { connect } from './edit/connections'
import { Draft, Refusal } from './edit/draft'
import { addEvent } from './edit/events'
import { addObjective, renameEndpoint } from './edit/objectives'
import type { Plain } from './edit/render'
import { fieldSchemaAt, kindsAlong } from './fields'
import { nameOf } from './words'
import { textAt } from './yaml/tree'

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
  /**
   * Sets the value at `path`; adds the key (and missing parents) where it is absent.
   * Of a map that takes the place of another, only what differs is written.
   */
  setValue(text: string, path: DocumentPath, value: Plain): Edit
  /** Removes a key, so that its default applies, or an item of a list. */
  removeAt(text: string, path: DocumentPath): Edit
  /** Adds an item at the end of the list at `path`; the list itself is added where it is missing. */
  addItem(text: string, path: DocumentPath, item: Plain): Edit
  /** Adds a server with one endpoint and sensible defaults; its new id is in the answer. */
  addServer(text: string): Edit
  addLoadBalancer(text: string): Edit
  /** Connects two nodes; refuses what the model does not allow and says why. Covers the server when the source is the load balancer. */
  addEdge(text: string, source: string, target: string): Edit
  addEndpoint(text: string, server: string): Edit
  addStep(text: string, server: string, endpoint: number, kind: StepKind): Edit
  /** Moves a step up or down within its endpoint. */
  moveStep(text: string, server: string, endpoint: number, step: number, to: number): Edit
  /** Moves an endpoint up or down within its server. */
  moveEndpoint(text: string, server: string, endpoint: number, to: number): Edit
  /** Makes a list hold exactly these words; those that stay are not touched. Adds the list where it is absent. */
  setWords(text: string, path: DocumentPath, words: readonly string[]): Edit
  addEvent(text: string, target: string): Edit
  addObjective(text: string, kind: ObjectiveSpec['kind']): Edit
  /** Removes a server or the load balancer together with its edges, events and references. */
  removeNode(text: string, id: string): Edit
  /** Removes an edge together with the events that target it. */
  removeEdge(text: string, id: string): Edit
  /** Gives a component another id everywhere it is used; refuses an id that is taken. */
  renameId(text: string, from: string, to: string): Edit
  /** Gives an event or an objective, to whose id at `path` nothing refers, another one; refuses one that cannot be seen. */
  renameAt(text: string, path: DocumentPath, to: string): Edit
  /** Gives an endpoint another name, also in the objectives about it. */
  renameEndpoint(text: string, server: string, endpoint: number, to: string): Edit
}

/** The edits, as changes of single places of the text; each is checked by reading the new text. */
export const scenarioEdits: ScenarioEdits = {
  setValue: (text, path, value) =>
    attempt(text, (draft) => {
      draft.set(path, value)
      return { label: `Set ${nameOf(draft.root, path)}` }
    }),

  removeAt: (text, path) =>
    attempt(text, (draft) => {
      const name = nameOf(draft.root, path)
      const field = fieldSchemaAt(path, ...kindsAlong(draft.root, path))
      if (field?.requiredKey) throw new Refusal(`A scenario needs ${name}.`)
      draft.remove(path)
      return { label: `Remove ${name}` }
    }),

  addItem: (text, path, item) =>
    attempt(text, (draft) => {
      draft.append(path, item)
      return { label: `Add to ${nameOf(draft.root, path)}` }
    }),

  addServer: (text) => attempt(text, (draft) => added('server', components.addServer(draft))),
  addLoadBalancer: (text) => attempt(text, (draft) => added('load balancer', components.addLoadBalancer(draft))),
  addEdge: (text, source, target) => attempt(text, (draft) => added('edge', connect(draft, source, target))),
  addObjective: (text, kind) => attempt(text, (draft) => added('objective', addObjective(draft, kind))),
  addEvent: (text, target) => attempt(text, (draft) => added('event', addEvent(draft, target))),

  addEndpoint: (text, server) =>
    attempt(text, (draft) => {
      components.addEndpoint(draft, server)
      return { label: `Add an endpoint to ${server}` }
    }),

  addStep: (text, server, endpoint, kind) =>
    attempt(text, (draft) => {
      components.addStep(draft, server, endpoint, kind)
      return { label: `Add a step to ${server}` }
    }),

  moveStep: (text, server, endpoint, step, to) =>
    attempt(text, (draft) => {
      components.moveStep(draft, server, endpoint, step, to)
      return { label: `Move a step of ${server}` }
    }),

  moveEndpoint: (text, server, endpoint, to) =>
    attempt(text, (draft) => {
      components.moveEndpoint(draft, server, endpoint, to)
      return { label: `Move an endpoint of ${server}` }
    }),

  setWords: (text, path, words) =>
    attempt(text, (draft) => {
      components.setWords(draft, path, words)
      return { label: `Set ${nameOf(draft.root, path)}` }
    }),

  removeNode: (text, id) =>
    attempt(text, (draft) => {
      components.removeNode(draft, id)
      return { label: `Remove ${id}` }
    }),

  removeEdge: (text, id) =>
    attempt(text, (draft) => {
      components.removeEdge(draft, id)
      return { label: `Remove ${id}` }
    }),

  renameId: (text, from, to) =>
    attempt(text, (draft) => {
      components.rename(draft, from, to)
      return { label: `Rename ${from} to ${to}`, id: to }
    }),

  renameAt: (text, path, to) =>
    attempt(text, (draft) => {
      const label = `Rename ${textAt(draft.root, path)} to ${to}`
      components.renameAt(draft, path, to)
      return { label, id: to }
    }),

  renameEndpoint: (text, server, endpoint, to) =>
    attempt(text, (draft) => {
      renameEndpoint(draft, server, endpoint, to)
      return { label: `Rename an endpoint to ${to}` }
    }),
}

function added(noun: string, id: string): { label: string; id: string } {
  return { label: `Add ${noun} ${id}`, id }
}

function attempt(text: string, change: (draft: Draft) => { readonly label: string; readonly id?: string }): Edit {
  try {
    const draft = new Draft(text)
    const { label, id } = change(draft)
    return { ok: true, patches: draft.patches(), label, ...(id === undefined ? {} : { id }) }
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, reason: error.message }
    throw error
  }
}
