import type * as Monaco from 'monaco-editor/editor'
import { ensureExists } from '../../base/assert'

const THEME = 'studio'

/** Paints Monaco in the page's colours, and again whenever the page changes between light and dark. */
export function followTheme(monaco: typeof Monaco): void {
  const paint = () => {
    monaco.editor.defineTheme(THEME, themeOf(document.documentElement))
    monaco.editor.setTheme(THEME)
  }
  paint()
  new MutationObserver(paint).observe(document.documentElement, { attributeFilter: ['data-theme'] })
}

/** Monaco would give the brackets of each depth another colour, as if they differed. */
const bracketColors = ['foreground1', 'foreground2', 'foreground3', 'unexpectedBracket.foreground']

function themeOf(root: HTMLElement): Monaco.editor.IStandaloneThemeData {
  const style = getComputedStyle(root)
  const color = (token: string) => hexOf(style.getPropertyValue(token))
  const rule = (token: string, name: string) => ({ token, foreground: color(name).slice(1) })
  return {
    base: root.dataset.theme === 'dark' ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [
      rule('', '--text'),
      rule('type', '--accent'),
      rule('string', '--text'),
      rule('string.yaml', '--text'),
      rule('number', '--series-2'),
      rule('keyword', '--series-4'),
      rule('comment', '--text-muted'),
      rule('operators', '--text-muted'),
      rule('delimiter', '--text-muted'),
    ],
    colors: {
      'editor.background': color('--surface'),
      'editor.foreground': color('--text'),
      'editor.lineHighlightBackground': color('--surface-sunken'),
      'editor.lineHighlightBorder': color('--surface-sunken'),
      'editor.selectionBackground': color('--surface-selected'),
      'editorCursor.foreground': color('--text'),
      'editorLineNumber.foreground': color('--text-muted'),
      'editorLineNumber.activeForeground': color('--text'),
      'editorIndentGuide.background1': color('--border'),
      'editorIndentGuide.activeBackground1': color('--border-strong'),
      ...Object.fromEntries(bracketColors.map((name) => [`editorBracketHighlight.${name}`, color('--text-muted')])),
      'editorBracketMatch.border': color('--border-strong'),
      'editorError.foreground': color('--danger'),
      'editorWarning.foreground': color('--warning'),
      'editorWidget.background': color('--surface-raised'),
      'editorWidget.foreground': color('--text'),
      'editorWidget.border': color('--border-strong'),
      'editorHoverWidget.background': color('--surface-raised'),
      'editorHoverWidget.foreground': color('--text'),
      'editorHoverWidget.border': color('--border-strong'),
      'editorSuggestWidget.background': color('--surface-raised'),
      'editorSuggestWidget.foreground': color('--text'),
      'editorSuggestWidget.border': color('--border-strong'),
      'editorSuggestWidget.selectedBackground': color('--surface-selected'),
      'editorSuggestWidget.selectedForeground': color('--text'),
      'editorSuggestWidget.highlightForeground': color('--accent'),
      'editorSuggestWidget.focusHighlightForeground': color('--accent'),
      'input.background': color('--surface'),
      'input.foreground': color('--text'),
      'input.border': color('--border-strong'),
      'menu.background': color('--surface-raised'),
      'menu.foreground': color('--text'),
      'menu.selectionBackground': color('--surface-selected'),
      'menu.selectionForeground': color('--text'),
      focusBorder: color('--focus'),
    },
  }
}

/** Any CSS colour as `#rrggbb`, the only notation that Monaco knows; the build shortens some (`#fff`). */
function hexOf(color: string): string {
  const canvas = ensureExists(document.createElement('canvas').getContext('2d'), 'canvas context')
  canvas.fillStyle = color
  return canvas.fillStyle
}
