import type * as Monaco from 'monaco-editor/editor'
import { conf, language } from 'monaco-editor/languages/definitions/yaml/yaml'
import type { TextRange } from '../../scenario/diagnostic'
import { type Completion, type CompletionKind, completionsAt } from '../../scenario/language/completion'
import { hoverAt } from '../../scenario/language/hover'
import { hoverMarkdown } from './hoverMarkdown'
import type { Problem } from './problems'

/** Monaco's name of the scenario language: its YAML, with our help. */
export const LANGUAGE = 'asyncflow-yaml'

const APPLY_FIX = 'studio.applyFix'

interface ServedProblems {
  problems: readonly Problem[]
  readonly onFix: (problem: Problem, fix: number) => void
}

/** The problems of each open model; what its quick fixes come from. */
const servedProblems = new WeakMap<Monaco.editor.ITextModel, ServedProblems>()

/** Offers quick fixes for the problems of `model`; `update` says which they are now. */
export function serveProblems(model: Monaco.editor.ITextModel, onFix: ServedProblems['onFix']) {
  const served: ServedProblems = { problems: [], onFix }
  servedProblems.set(model, served)
  return {
    update(problems: readonly Problem[]) {
      served.problems = problems
    },
    dispose: () => servedProblems.delete(model),
  }
}

/** Registers the language and its help. To be called once: providers are never taken back. */
export function registerScenarioLanguage(monaco: typeof Monaco): void {
  const { languages } = monaco
  languages.register({ id: LANGUAGE, aliases: ['YAML'] })
  languages.setMonarchTokensProvider(LANGUAGE, grammar())
  languages.setLanguageConfiguration(LANGUAGE, {
    ...conf,
    onEnterRules: [
      ...(conf.onEnterRules ?? []),
      // After `- key: value` the next key of the same item stands under the first.
      {
        beforeText: /^\s*- [^\s#[\]{}][^:]*: *[^\s{[].*$/,
        action: { indentAction: languages.IndentAction.None, appendText: '  ' },
      },
    ],
  })
  languages.registerCompletionItemProvider(LANGUAGE, completionProvider(monaco))
  languages.registerHoverProvider(LANGUAGE, hoverProvider(monaco))
  languages.registerCodeActionProvider(LANGUAGE, codeActionProvider(monaco))
  monaco.editor.registerCommand(APPLY_FIX, (_services, apply: () => void) => apply())
}

/** Monaco's YAML grammar, which takes a number for a text where a comment follows. */
function grammar(): Monaco.languages.IMonarchLanguage {
  const { root = [], ...rest } = language.tokenizer
  const numberBeforeComment: Monaco.languages.IMonarchLanguageRule = [
    /[-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?(?=[ \t]+#)/,
    'number',
  ]
  return { ...language, start: 'root', tokenizer: { ...rest, root: [numberBeforeComment, ...root] } }
}

function completionProvider(monaco: typeof Monaco): Monaco.languages.CompletionItemProvider {
  const { CompletionItemKind, CompletionItemInsertTextRule } = monaco.languages
  const kinds: Record<CompletionKind, Monaco.languages.CompletionItemKind> = {
    key: CompletionItemKind.Property,
    value: CompletionItemKind.EnumMember,
    reference: CompletionItemKind.Reference,
    item: CompletionItemKind.Snippet,
  }
  const toItem = (
    model: Monaco.editor.ITextModel,
    completion: Completion,
    rank: number,
  ): Monaco.languages.CompletionItem => ({
    label: { label: completion.label, description: completion.detail },
    kind: kinds[completion.kind],
    insertText: completion.snippet,
    insertTextRules: CompletionItemInsertTextRule.InsertAsSnippet,
    filterText: completion.label,
    sortText: String(rank).padStart(4, '0'),
    range: toRange(monaco, model, completion.range),
    ...(completion.documentation === undefined ? {} : { documentation: completion.documentation }),
    ...(completion.continues ? { command: { id: 'editor.action.triggerSuggest', title: 'Suggest' } } : {}),
  })
  return {
    triggerCharacters: [' ', ':'],
    provideCompletionItems(model, position, { triggerCharacter }) {
      const offset = model.getOffsetAt(position)
      const text = model.getValue()
      if (triggerCharacter === ' ' && !/[:,{[-] $/.test(text.slice(Math.max(0, offset - 2), offset))) return undefined
      return { suggestions: completionsAt(text, offset).map((completion, rank) => toItem(model, completion, rank)) }
    },
  }
}

function hoverProvider(monaco: typeof Monaco): Monaco.languages.HoverProvider {
  return {
    provideHover(model, position) {
      const hover = hoverAt(model.getValue(), model.getOffsetAt(position))
      return hover && { range: toRange(monaco, model, hover.range), contents: [{ value: hoverMarkdown(hover) }] }
    },
  }
}

function codeActionProvider(monaco: typeof Monaco): Monaco.languages.CodeActionProvider {
  return {
    provideCodeActions(model, range, { markers }) {
      const served = servedProblems.get(model)
      const actions = (served?.problems ?? [])
        .filter((problem) => monaco.Range.areIntersectingOrTouching(range, rangeOfProblem(problem)))
        .flatMap((problem) =>
          (problem.diagnostic.fixes ?? []).map((fix, index) => ({
            title: fix.title,
            kind: 'quickfix',
            diagnostics: markers.filter(({ code }) => code === problem.diagnostic.code),
            isPreferred: index === 0,
            command: { id: APPLY_FIX, title: fix.title, arguments: [() => served?.onFix(problem, index)] },
          })),
        )
      return { actions, dispose: () => undefined }
    },
  }
}

function rangeOfProblem({ start, end }: Problem): Monaco.IRange {
  return { startLineNumber: start.line, startColumn: start.column, endLineNumber: end.line, endColumn: end.column }
}

function toRange(monaco: typeof Monaco, model: Monaco.editor.ITextModel, { start, end }: TextRange): Monaco.Range {
  return monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end))
}
