import { type Static, Type } from 'typebox'
import { notes } from '../../fields'
import { ioOperation } from '../operation'

const usd = (title: string, description: string, unit: string) =>
  Type.Optional(Type.Number({ ...notes({ title, description, unit }), minimum: 0 }))

/**
 * What one call to a language model costs: either `per_call`, or tokens and their prices.
 * That exactly one of the two spellings is used is checked by a rule, not by the shape.
 */
const llmCost = Type.Object(
  {
    per_call: usd('cost per call', 'Price of one call.', 'USD'),
    input_tokens: usd('input tokens', 'Tokens sent with one call.', 'tokens'),
    output_tokens: usd('output tokens', 'Tokens received from one call.', 'tokens'),
    input_per_mtok: usd('input price', 'Price of a million input tokens.', 'USD/Mtok'),
    output_per_mtok: usd('output price', 'Price of a million output tokens.', 'USD/Mtok'),
  },
  {
    title: 'Cost of a call',
    description:
      'Either per_call, or input_tokens, output_tokens, input_per_mtok and output_per_mtok together. Reported in total, per completed request and per hour.',
  },
)
export type LlmCostSpec = Static<typeof llmCost>

/** A call to a language model: I/O that may cost money. */
export const llmStepSpec = Type.Object(
  {
    kind: Type.Enum(['io_llm'], {
      ...notes({ title: 'kind', description: 'Call to a language model: waits without a core, may cost money.' }),
    }),
    step_operation: ioOperation,
    llm_cost: Type.Optional(llmCost),
  },
  { title: 'LLM step', description: 'Waits for a language model.' },
)
export type LlmStepSpec = Static<typeof llmStepSpec>
