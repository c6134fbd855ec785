import type { StoreApi } from 'zustand/vanilla'
import type { Scenario } from '../catalog/specs'
import type { RunView } from '../engine/runResult'
import type { TextPatch } from '../scenario/diagnostic'
import type { ElementRef } from '../scenario/element'
import type { ParsedScenario } from '../scenario/parse'
import type { RunEstimate } from '../scenario/size/estimate'
import type { RunFailure } from '../worker/protocol'
import type { CheckState } from './checkStore'
import type { FinishedRun } from './finishedRun'
import type { HeadroomState } from './headroomStore'
import type { KeptRunsState } from './keptRunsStore'
import type { TraceState } from './traceStore'
import type { WhatIfState } from './whatIfState'

export type { FinishedRun, RunFailure }

/** Where a node stands on the canvas [px]. View state: never written into the YAML. */
export interface NodePosition {
  readonly x: number
  readonly y: number
}
export type NodePositions = Readonly<Record<string, NodePosition>>

/** Ids of the charts on each dashboard, in order; a dashboard that is not listed is as it comes. */
export type ChartLayout = Readonly<Record<string, readonly string[]>>

/** Everything a person can lose: what drafts, links and the undo history hold. */
export interface StudioDocument {
  readonly name: string
  readonly text: string
  readonly positions: NodePositions
  /** Seed for the next run when the text names none; undefined: a fresh one each time. */
  readonly seed: number | undefined
  /** Charts that were added, removed or moved; undefined: none. */
  readonly charts?: ChartLayout | undefined
  /** Dashboard on show; undefined: the first. */
  readonly dashboard?: string | undefined
}

/** Who caused a change of the text; an editor ignores the echo of its own. */
export type ChangeOrigin = 'editor' | 'canvas' | 'inspector' | 'fix' | 'open' | 'undo'

export interface ScenarioState extends StudioDocument {
  /** Increases with every change of the text. */
  readonly version: number
  readonly lastOrigin: ChangeOrigin
  /** The present text, parsed; a large text (16 KB and more) is followed within 150 ms, `parsed.text` tells. */
  readonly parsed: ParsedScenario
  /** The newest text without errors, for canvas and inspector; undefined until there was one. */
  readonly lastValid: Scenario | undefined
  /** What the next undo takes back, in words; undefined when there is nothing to undo. */
  readonly undoLabel: string | undefined
  /** What the next redo brings back, in words; undefined when there is nothing to redo. */
  readonly redoLabel: string | undefined
  /** Replaces the text as a whole (typing); consecutive typing is one undo step. */
  setText(text: string, origin: ChangeOrigin): void
  /** Applies patches as one undo step called `label`. Parses at once. */
  applyPatches(patches: readonly TextPatch[], label: string, origin: ChangeOrigin): void
  /** Puts the nodes there (whole pixels); others stay. One undo step. */
  moveNodes(positions: NodePositions): void
  rename(name: string): void
  setSeed(seed: number | undefined): void
  /** Puts these charts on a dashboard; undefined: those it comes with. One undo step called `label`. */
  arrangeCharts(dashboard: string, charts: readonly string[] | undefined, label: string): void
  /** Looking at another dashboard is no change to undo. */
  showDashboard(dashboard: string): void
  /** Opens another document; the present one can be brought back by undo. */
  open(document: StudioDocument): void
  undo(): void
  redo(): void
  /** Parses now if the text is ahead, for whoever cannot wait. */
  settle(): ParsedScenario
}

/** What is left of a run that broke off, or was ended by force, before it could hand over its result. */
export interface PartialRun {
  /** The last picture that reached the page. */
  readonly view: RunView
  readonly seed: number
}

export type RunPhase =
  | { readonly phase: 'idle' }
  | {
      readonly phase: 'running' | 'paused'
      readonly view: RunView | undefined
      readonly eventsPerSecond: number | undefined
      readonly secondsLeft: number | undefined
      readonly seed: number
    }
  | { readonly phase: 'done'; readonly run: FinishedRun | undefined }
  | { readonly phase: 'cancelled'; readonly run: FinishedRun | undefined; readonly partial?: PartialRun | undefined }
  | { readonly phase: 'failed'; readonly failure: RunFailure; readonly partial?: PartialRun | undefined }

export interface RunState {
  readonly state: RunPhase
  /** The result on show, also while the next run goes on or after it failed: the newest, or one shown again. */
  readonly lastRun: FinishedRun | undefined
  /** The scenario that the figures on show belong to. */
  readonly shownScenario: Scenario | undefined
  /** What a large run is going to cost, while it waits for {@link confirm}. */
  readonly proposed: RunEstimate | undefined
  /** How fast simulated time passes in runs [s/s]; undefined: as fast as possible. */
  readonly pace: number | undefined
  /** Starts a run; a large one is only proposed. */
  start(): void
  /** Starts the run that is proposed. */
  confirm(): void
  /** Forgets the run that is proposed. */
  decline(): void
  pause(): void
  resume(): void
  /** Changes the pace, also of the run that goes on; figures do not depend on it. */
  setPace(pace: number | undefined): void
  cancel(): void
  /** Shows a run that was made earlier (opened from a file); ignored while a run goes on. */
  show(run: FinishedRun): void
}

export type PaneName = 'editor' | 'canvas' | 'dashboard'
export type ThemeChoice = 'system' | 'light' | 'dark'
/** What the results pane shows: the run, the list of kept runs, or several of them side by side. */
export type ResultsPage = 'run' | 'list' | 'comparison'
export type DialogName = 'examples' | 'share' | 'shortcuts' | 'about' | 'check'

/** Whether what is typed survives the tab: saved, about to be, or not at all and why. */
export type DraftStatus =
  | { readonly phase: 'saved' | 'pending' }
  | { readonly phase: 'unavailable'; readonly reason: string }

export interface ViewState {
  readonly theme: ThemeChoice
  readonly selection: ElementRef | undefined
  /** Who selected: the editor does not scroll to what it selected itself. */
  readonly selectionOrigin: 'editor' | 'canvas' | 'inspector'
  readonly maximized: PaneName | undefined
  /** Pane on show on a narrow screen. */
  readonly tab: PaneName
  readonly results: ResultsPage
  readonly dialog: DialogName | undefined
  readonly draft: DraftStatus
  /** The newest message for the person; shown and announced once. */
  readonly notice: Notice | undefined
  /** Asks the editor, which comes into sight for it, to put the caret there and take the focus; `nonce` tells two equal requests apart. */
  readonly reveal: { readonly start: number; readonly end: number; readonly nonce: number } | undefined
  setTheme(theme: ThemeChoice): void
  select(selection: ElementRef | undefined, origin: ViewState['selectionOrigin']): void
  maximize(pane: PaneName | undefined): void
  showTab(tab: PaneName): void
  showResults(page: ResultsPage): void
  showDialog(dialog: ViewState['dialog']): void
  notify(notice: Omit<Notice, 'nonce'>): void
  dismissNotice(): void
  reportDraft(draft: DraftStatus): void
  revealRange(start: number, end: number): void
}

/** A stretch of simulated time, both ends included [s]. */
export interface TimeWindow {
  readonly start: number
  readonly end: number
}

/** Where on the time axis one looks: the same for all charts and for the canvas. */
export interface TimeView {
  /** Part of the time that the charts show; undefined: all of it. */
  readonly zoom: TimeWindow | undefined
  /** Part of the time that the figures cover; undefined: all of it. */
  readonly selection: TimeWindow | undefined
  /** Time under the pointer [s]; undefined: it is on no chart. */
  readonly pointed: number | undefined
  /** Time that was chosen by a click or by keys and stays [s]. */
  readonly pinned: number | undefined
}

export interface TimeState extends TimeView {
  /** Changes what is given, keeps the rest. */
  look(part: Partial<TimeView>): void
  /** Back to the whole time, with nothing chosen. */
  reset(): void
}

export interface Notice {
  readonly severity: 'info' | 'warning' | 'error'
  readonly message: string
  readonly action?: { readonly label: string; readonly perform: () => void }
  readonly nonce: number
}

/** All stores of the app; made once by the composition root. */
export interface StudioStores {
  readonly scenario: StoreApi<ScenarioState>
  readonly run: StoreApi<RunState>
  readonly runs: StoreApi<KeptRunsState>
  readonly view: StoreApi<ViewState>
  readonly time: StoreApi<TimeState>
  readonly check: StoreApi<CheckState>
  readonly whatIf: StoreApi<WhatIfState>
  readonly trace: StoreApi<TraceState>
  readonly headroom: StoreApi<HeadroomState>
}
