import type { Static } from 'typebox'
import { byKind } from '../fields'
import { cpuStepSpec } from './cpu/spec'
import { dbStepSpec } from './db/spec'
import { ioStepSpec } from './io/spec'
import { llmStepSpec } from './llm/spec'
import { ramStepSpec } from './ram/spec'
import { spawnStepSpec } from './spawn/spec'

/** All step kinds, in the order in which the editor offers them. */
export const stepSpecs = [cpuStepSpec, ramStepSpec, ioStepSpec, dbStepSpec, llmStepSpec, spawnStepSpec] as const

/** One step of an endpoint. */
export const stepSpec = byKind(stepSpecs, {
  title: 'Step',
  description: 'One step of an endpoint, told apart by its kind.',
})
export type StepSpec = Static<typeof stepSpec>
export type StepKind = StepSpec['kind']
