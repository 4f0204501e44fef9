import type { Diagnostic } from '../base/diagnostic.ts'
import { diagnostic } from '../base/diagnostic.ts'
import type { Duration } from '../base/duration.ts'
import { formatDuration } from '../base/duration.ts'
import type { Fields } from './fields.ts'
import type { ImportedValue } from './imported.ts'
import { lengthOf } from './units.ts'

interface Call {
  readonly aggregate: string
  /** In what its values differ from those of the original; null: in nothing. */
  readonly difference: string | null
  /** The name of its parameter, and what it is where none is given. */
  readonly parameter: { readonly name: string; readonly otherwise: number | null } | null
}

const plain = (aggregate: string, difference: string | null = null): Call => ({ aggregate, difference, parameter: null })

/** The aggregates of Snowflake's feature store (`AggregationType` of snowflake-ml-python 1.48.0) that we have, or have nearly. */
const calls: Readonly<Record<string, Call>> = {
  sum: plain('sum'),
  count: plain('count'),
  avg: plain('avg'),
  min: plain('min'),
  max: plain('max'),
  std: plain('stddev', 'it is the deviation of a sample, divided by n - 1; the original divides by n'),
  var: plain('variance', 'it is the variance of a sample, divided by n - 1; the original divides by n'),
  approx_count_distinct: plain('countDistinct', 'it is exact; the original estimates'),
  approx_percentile: {
    aggregate: 'percentile',
    difference: 'it is exact, between the two nearest values; the original estimates',
    parameter: { name: 'percentile', otherwise: 0.5 },
  },
  last_n: { aggregate: 'lastN', difference: null, parameter: { name: 'n', otherwise: null } },
}

/** One feature over a window; null, and a message that names it, where there is none like it. */
export function windowed(f: Fields, column: string, name: string, report: (d: Diagnostic) => void): ImportedValue | null {
  const said = f.text('function')!.toLowerCase()
  const call = calls[said]
  const leave = (why: string): null => {
    report(diagnostic('F736', { of: f.of, part: `feature '${name}'`, why }, { span: f.span }))
    return null
  }
  if (call === undefined) return leave(`there is no aggregate like '${said}'`)
  const length = spanAt(f, 'window')
  if (length === null) return null
  const parameter = call.parameter === null ? null : (f.maps('function_params')[0]?.number(call.parameter.name) ?? call.parameter.otherwise)
  if (call.parameter !== null && parameter === null) return leave(`'function_params' does not say '${call.parameter.name}'`)
  if (call.difference !== null) report(diagnostic('F735', { of: `feature '${name}' of the ${f.of}`, difference: call.difference }, { span: f.span }))
  return { kind: 'window', aggregate: call.aggregate, column, parameter, length, offset: offsetAt(f) }
}

function spanAt(f: Fields, name: string): Duration | 'lifetime' | null {
  const found = secondsAt(f, name)
  if (found === 'lifetime') return found
  if (found !== null) return formatDuration(found)
  f.wrong(f.has(`${name}_sec`) ? `${name}_sec` : name, "a length of time such as '1h' or '30 days', or 'lifetime'")
  return null
}

function offsetAt(f: Fields): Duration | null {
  const found = secondsAt(f, 'offset')
  return found === null || found === 'lifetime' ? null : formatDuration(found)
}

/** A length of time: text under its name, or seconds under its name with `_sec`, as exports have it. */
export function secondsAt(f: Fields, name: string): number | 'lifetime' | null {
  const seconds = f.number(`${name}_sec`)
  if (seconds !== null) return seconds > 0 ? seconds : null
  const said = f.text(name)
  if (said === null) return null
  if (said.trim().toLowerCase() === 'lifetime') return 'lifetime'
  return /^\d+$/.test(said) ? Number(said) || null : lengthOf(said)
}
