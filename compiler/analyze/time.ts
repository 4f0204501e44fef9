import { day, formatDuration } from '../base/duration.ts'
import { parseInstant } from '../base/instant.ts'
import type { CatalogSource, Contract } from '../ir/catalog.ts'
import type { Accuracy } from '../ir/accuracy.ts'
import type { ConfigDefinition, ViewDefinition } from '../ir/definition.ts'
import type { Declared } from '../ir/loaded.ts'
import type { Scalar, ScalarLeaf, WindowAggregate } from '../ir/scalar.ts'
import { leavesOf } from '../ir/scalar.ts'
import type { Mistakes, Report } from './mistakes.ts'
import { shown } from './mistakes.ts'
import { placeOfMember } from './names.ts'
import { durationOption, instantOption, waitOption } from './options.ts'

const hour = 3600

/** What a view's contract rests on besides the view: the sources that it reads, and the starts of the views that it reads. */
export interface ContractScope {
  readonly config: ConfigDefinition
  readonly sources: readonly CatalogSource[]
  readonly starts: readonly (string | null)[]
  readonly mistakes: Mistakes
}

/** The time contract of a view: what it says itself, else the config, else our defaults. */
export function contractOf(view: Declared<ViewDefinition>, scope: ContractScope): Contract {
  const v = view.definition
  const report = (option: string): Report => scope.mistakes.at(placeOfMember(view, option))
  const every = durationOption('every', v.every ?? scope.config.defaults.every, report('every')) ?? day
  if (!(every % day === 0 || day % every === 0)) report('every')('F350', { every: shown(v.every ?? scope.config.defaults.every) })
  durationOption('serve.freshness', v.serve?.freshness, report('serve'))
  const known = v.known ?? 'as-known'
  const settle = waitOption('settle', v.settle, report('settle')) ?? hour
  const corrected = scope.sources.filter(s => s.knownTime === null || known === 'corrected')
  const lateness = Math.max(0, ...corrected.map(s => s.lateness))
  return {
    every,
    known,
    settle,
    accuracy: accuracyOf(view, every, scope.mistakes),
    availableAfter: durationOption('availableAfter', v.availableAfter, report('availableAfter')) ?? settle + lateness,
    start: instantOption('start', v.start, report('start')) ?? latest([...scope.sources.map(s => s.historyFrom), ...scope.starts]),
  }
}

/** A hop divides the cadence, so that points meet it, and is no longer than a window of the view. */
function accuracyOf(view: Declared<ViewDefinition>, every: number, mistakes: Mistakes): Accuracy {
  const { accuracy, features } = view.definition
  if (typeof accuracy === 'string') return accuracy
  const report = mistakes.at(placeOfMember(view, 'accuracy'))
  const hop = durationOption('accuracy.hop', accuracy.hop, report)
  if (hop === null) return 'exact'
  if (every % hop !== 0) report('F745', { hop: shown(accuracy.hop), every: formatDuration(every) })
  for (const f of features) {
    const windows = windowsOf(f.expr).flatMap(w => (w.length === 'lifetime' || w.length >= hop ? [] : [w.length]))
    if (windows.length > 0)
      mistakes.at(placeOfMember(view, f.name))('F746', { hop: shown(accuracy.hop), feature: f.name, window: formatDuration(Math.min(...windows)) })
  }
  return { hop }
}

function windowsOf(expr: Scalar): readonly WindowAggregate[] {
  return leavesOf<ScalarLeaf>(expr).flatMap(l => (l.kind === 'window' ? [l] : l.kind === 'versions' ? Object.values(l.of).flatMap(windowsOf) : []))
}

function latest(instants: readonly (string | null)[]): string | null {
  const known = instants.flatMap(iso => parseInstant(iso) ?? [])
  return known.reduce<(typeof known)[number] | null>((best, i) => (best === null || i.seconds > best.seconds ? i : best), null)?.iso ?? null
}

/** Seconds since 1970 of the first point that the author set. */
export function declaredStart(view: ViewDefinition): number | null {
  return parseInstant(view.start)?.seconds ?? null
}
