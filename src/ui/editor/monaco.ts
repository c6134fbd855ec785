/**
 * The lazy chunk: Monaco's core, the features that a scenario needs, one worker. Importing `monaco-editor` as a whole
 * would add the TypeScript, CSS, HTML and JSON languages with a worker each.
 */
import * as monaco from 'monaco-editor/editor'
// The feature called `suggest` registers suggestions inline only; the list is this module.
import 'monaco-editor/editor/contrib/suggest/browser/suggestController'
import EditorWorker from 'monaco-editor/editor/editor.worker.js?worker'
import 'monaco-editor/features/bracketMatching/register'
import 'monaco-editor/features/clipboard/register'
import 'monaco-editor/features/codeAction/register'
import 'monaco-editor/features/codicon/register'
import 'monaco-editor/features/comment/register'
import 'monaco-editor/features/contextmenu/register'
import 'monaco-editor/features/find/register'
import 'monaco-editor/features/folding/register'
import 'monaco-editor/features/hover/register'
import 'monaco-editor/features/linesOperations/register'
import 'monaco-editor/features/multicursor/register'
import 'monaco-editor/features/snippet/register'
import 'monaco-editor/features/wordOperations/register'
import { registerScenarioLanguage } from './monacoLanguage'
import { followTheme } from './monacoTheme'

self.MonacoEnvironment = { getWorker: () => new EditorWorker() }
registerScenarioLanguage(monaco)
followTheme(monaco)

export { createMonacoSurface } from './monacoSurface'
