import type { Due, DriverProgram, DueFill } from '../../../ir/object.ts'
import { qualifiedBy } from '../../names.ts'
import { literal, quote, textLiteral } from '../literals.ts'
import { time } from '../../../ir/type.ts'

/** Points and tiles are multiples of their length since this day, which was a Monday. */
const origin = literal('2001-01-01T00:00:00Z', time)

/**
 * The block of a procedure that computes what is due at NOW_TIME: from where a storage ends, as far as its sources and
 * what it reads have come. Where nothing has been computed and no start is known it does nothing.
 */
export function driverBlock({ coverage, starts, fills }: DriverProgram): string {
  const tables = { coverage: qualifiedBy(quote, coverage), starts: qualifiedBy(quote, starts) }
  return [
    'DECLARE',
    '  FROM_TIME TIMESTAMP_NTZ(6);',
    '  TO_TIME TIMESTAMP_NTZ(6);',
    'BEGIN',
    ...fills.flatMap(f => fillLines(f, tables)),
    "RETURN 'done';",
    'END;',
  ].join('\n')
}

interface Tables {
  readonly coverage: string
  readonly starts: string
}

function fillLines({ procedure, featureType, due }: DueFill, tables: Tables): readonly string[] {
  const type = featureType === null ? '' : `, ${textLiteral(featureType)}`
  const call = (from: string, to: string): string => `CALL ${qualifiedBy(quote, procedure)}(${from}, ${to}, :NOW_TIME${type});`
  if (due === null) return [call(literal('1970-01-01T00:00:00Z', time), ':NOW_TIME')]
  const held = `(SELECT MAX(covers_to) AS "COVERED", MAX(known_to) AS "KNOWN" FROM ${tables.coverage} WHERE storage = ${textLiteral(due.storage)}) AS "C"`
  return [
    `SELECT ${from(due, tables)}, ${to(due, tables)} INTO :FROM_TIME, :TO_TIME FROM ${held};`,
    'IF (FROM_TIME < TO_TIME) THEN',
    call(':FROM_TIME', ':TO_TIME'),
    'END IF;',
  ]
}

/** Rows that may have become visible late are computed again. */
function from({ every, lookback, first }: Due, { starts }: Tables): string {
  const covered = instant('"C"."COVERED"')
  const end = lookback === 0 ? covered : `LEAST(${covered}, ${floor(`DATEADD(second, -${lookback}, ${instant('"C"."KNOWN"')})`, every)})`
  const start =
    first === null
      ? null
      : 'at' in first
        ? literal(first.at, time)
        : ceil(instant(`(SELECT MIN(found_at) FROM ${starts} WHERE address = ${textLiteral(first.startOf)})`), every)
  return start === null ? end : `COALESCE(${end}, ${start})`
}

function to({ every, settle, isPoint, limits, fresh }: Due, { coverage }: Tables): string {
  const next = (sql: string): string => (isPoint ? `DATEADD(second, ${every}, ${sql})` : sql)
  const ends = [
    ...(settle === null ? [] : [next(floor(settle === 0 ? ':NOW_TIME' : `DATEADD(second, -${settle}, :NOW_TIME)`, every))]),
    ...limits.map(l => ceil(plus(instant(`(SELECT MAX(covers_to) FROM ${coverage} WHERE storage = ${textLiteral(l.storage)})`), l.plus), every)),
    ...fresh.map(f => next(floor(plus(`(\n${f.newest}\n)`, f.plus), every))),
  ]
  return ends.length === 1 ? ends[0]! : `LEAST(${ends.join(', ')})`
}

function plus(sql: string, seconds: number): string {
  return seconds === 0 ? sql : `DATEADD(second, ${seconds}, ${sql})`
}

/** Of a text of the state, without the Z at its end. */
function instant(text: string): string {
  return `CAST(LEFT(${text}, 26) AS TIMESTAMP_NTZ(6))`
}

function floor(sql: string, every: number): string {
  return `DATEADD(second, FLOOR(DATEDIFF(second, ${origin}, ${sql}) / ${every}) * ${every}, ${origin})`
}

function ceil(sql: string, every: number): string {
  return `DATEADD(second, CEIL(DATEDIFF(second, ${origin}, ${sql}) / ${every}) * ${every}, ${origin})`
}
