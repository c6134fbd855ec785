import type { TextPatch, TextRange } from '../../scenario/diagnostic'
import type { Problem } from './problems'

/**
 * An editor, seen from the studio: Monaco or a text area. All offsets are those of the display text.
 * A surface knows no store; `openEditor` connects it.
 */
export interface EditorSurface {
  text(): string
  /** Makes changes that came from elsewhere. Caret and selection outside of them stay; no event is sent. */
  apply(changes: readonly TextPatch[]): void
  /** The selected range; empty where there is only a caret. */
  selection(): TextRange
  /** Selects `range` and scrolls it into view. */
  select(range: TextRange): void
  focus(): void
  /** Whether keys go to the text (and not to a search field within the editor, say). */
  hasFocus(): boolean
  /** Marks a block and scrolls it into view; leaves the focus where it is. */
  highlight(range: TextRange | undefined): void
  showProblems(problems: readonly Problem[]): void
  /** Whether Tab leaves the editor, or indents as editors do. */
  setTabMovesFocus(moves: boolean): void
  dispose(): void
}

export interface SurfaceOptions {
  readonly text: string
  readonly onEdit: (text: string) => void
  /** The person moved the caret. */
  readonly onCaretMove: (offset: number) => void
  readonly onUndo: () => void
  readonly onRedo: () => void
  readonly onFix: (problem: Problem, fix: number) => void
}

export type CreateSurface = (container: HTMLElement, options: SurfaceOptions) => EditorSurface
