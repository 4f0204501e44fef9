import { InternalError } from '../../base/diagnostic.ts'
import { groupBy, uniqueBy } from '../../base/group.ts'
import type { Frame, Frames, Term, TermLeaf } from '../../ir/relation.ts'
import { leavesOf, mapLeaves } from '../../ir/scalar.ts'
import { field } from '../../ir/terms.ts'
import type { Line } from '../lines.ts'
import { enclose, indent, line, listed } from '../lines.ts'
import { interval, quote } from './literals.ts'

/** Rows that a streaming lag may look back: the engine keeps one vector of them. */
const furthestLag = 2047

const running = 'OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)'

/** A frame over one column; `name` is the column that holds its value. */
interface Window {
  readonly name: string
  readonly fn: 'sum' | 'min' | 'max'
  readonly of: string
  readonly frame: Frame
}

interface Stage {
  readonly name: string
  /** Columns of the stage before that are passed on. */
  readonly kept: readonly string[]
  readonly made: readonly (readonly [name: string, sql: string])[]
  readonly from: string
  readonly order?: readonly string[]
}

/**
 * Rows in one order of (keys, time), without a partition: windows with an empty OVER keep that order and stream, so that
 * the whole takes one sort of what entered, and memory for some vectors. Gaps between entries are filled by as many
 * cells. A sum is the difference of two running sums, a greatest or least value comes from spans doubled again and
 * again. The cells before the first row of a key are what its frames reach; what comes from the key before ends there.
 * Each cell checks that it follows the one before it: rows out of order would end the statement.
 */
export function streamedFrames(f: Frames, print: (term: Term) => string): readonly Line[] | null {
  const windows = windowsOf(f)
  if (windows.some(w => reach(w.frame) > furthestLag)) return null
  const stages = [...ordered(f, windows, print), ...spans(f, windows)]
  const last = stages.at(-1)!.name
  return [...withStages(f, stages, print), ...finalLines(f, windows, last, print)]
}

function reach(frame: Frame): number {
  return Math.max(frame.until ?? 0, frame.preceding === 'unbounded' ? 0 : frame.preceding + 1)
}

function windowsOf(f: Frames): readonly Window[] {
  const leaves = f.columns.flatMap(c => leavesOf<TermLeaf>(c.expr)).filter(l => l.kind === 'over')
  return uniqueBy(
    leaves.map(l => windowOf(f, l)),
    w => w.name,
  )
}

type Over = Extract<TermLeaf, { kind: 'over' }>

function nameOf({ fn, args, frame }: Over): string {
  const [of] = args
  return `_${fn}_${of?.kind === 'field' ? of.name : ''}_${frame?.preceding ?? ''}_${frame?.until ?? 0}`
}

function windowOf(f: Frames, leaf: Over): Window {
  const { fn, frame } = leaf
  const [of] = leaf.args
  if ((fn !== 'sum' && fn !== 'min' && fn !== 'max') || of?.kind !== 'field' || frame === null) throw new InternalError(`no frame over cells: '${fn}'`)
  if (frame.preceding === 'unbounded' && !f.additive.includes(of.name)) throw new InternalError(`a running '${fn}' of '${of.name}' over cells`)
  return { name: nameOf(leaf), fn, of: of.name, frame }
}

const sumOf = (c: string): string => `_sum_${c}`
const baseOf = (c: string): string => `_base_${c}`

/** What entered, sorted, with running sums and the next entry; then as many cells as there are up to that. */
function ordered(f: Frames, windows: readonly Window[], print: (term: Term) => string): readonly Stage[] {
  const t = quote(f.time)
  const first = print(f.first)
  const sums = f.additive.map((c): [string, string] => [sumOf(c), `sum(${quote(c)}) ${running}`])
  const next = [...f.keys, f.time].map((c): [string, string] => [`_next_${c}`, `lead(${quote(c)}, 1) OVER ()`])
  const based = f.additive.filter(c => windows.some(w => w.of === c && w.frame.preceding === 'unbounded'))
  const bases = based.map((c): [string, string] => [baseOf(c), `last_value(CASE WHEN ${t} = ${first} THEN ${quote(sumOf(c))} END IGNORE NULLS) ${running}`])
  const sumsNow = f.additive.map(sumOf)
  const same = [...f.keys.map(k => `${quote(`_next_${k}`)} = ${quote(k)}`), `${quote(`_next_${f.time}`)} IS NOT NULL`].join(' AND ')
  const until = `CASE WHEN ${same} THEN ${quote(`_next_${f.time}`)} - ${interval(f.every)} ELSE ${print(f.last)} END`
  const own = f.merged.map((c): [string, string] => [spanOf(c, 1), `CASE WHEN ${t} = ${quote('_entered_at')} THEN ${quote(c)} END`])
  const nextNames = next.map(([n]) => n)
  return [
    { name: '_ordered', kept: [...f.keys, f.time, ...f.additive, ...f.merged], made: [], from: '_sparse', order: [...f.keys, f.time] },
    { name: '_running', kept: [...f.keys, f.time, ...f.merged], made: [...sums, ...next], from: '_ordered' },
    ...(bases.length === 0 ? [] : [{ name: '_based', kept: [...f.keys, f.time, ...f.merged, ...sumsNow, ...nextNames], made: bases, from: '_running' }]),
    {
      name: '_spread',
      kept: [...f.keys, ...f.merged, ...sumsNow, ...based.map(baseOf)],
      made: [
        ['_entered_at', t],
        [f.time, `unnest(generate_series(${t}, ${until}, ${interval(f.every)}))`],
      ],
      from: bases.length === 0 ? '_running' : '_based',
    },
    { name: '_cells', kept: [...f.keys, f.time, ...sumsNow, ...based.map(baseOf)], made: own, from: '_spread' },
  ]
}

const spanOf = (column: string, cells: number): string => `_${cells}_${column}`

function lagged(column: string, cells: number): string {
  return cells === 0 ? quote(column) : `lag(${quote(column)}, ${cells}) OVER ()`
}

/** Sums by differences first, together with what the check needs; then spans of 1, 2, 4, ... cells, each from the one before. */
function spans(f: Frames, windows: readonly Window[]): readonly Stage[] {
  const sums = windows.filter(w => f.additive.includes(w.of))
  const rest = [
    ...groupBy(
      windows.filter(w => !f.additive.includes(w.of)),
      w => `${w.fn} ${w.of}`,
    ).values(),
  ]
  const guard = [...f.keys, f.time].map((c): [string, string] => [`_before_${c}`, lagged(c, 1)])
  const done = [...guard.map(([n]) => n), ...sums.map(w => w.name)]
  const stages: Stage[] = []
  let from = '_cells'
  let values = new Set<string>()
  for (let cells = 1; cells === 1 || rest.some(g => g.some(w => sizeOf(w) >= cells)); cells *= 2) {
    const open = rest.filter(g => g.some(w => sizeOf(w) >= cells))
    const made = open.flatMap(g => spanColumns(g, cells))
    const name = `_from_${cells}`
    const replaced = new Set(made.map(([n]) => n))
    const kept = [...f.keys, f.time, ...(cells === 1 ? [] : done), ...[...values].filter(v => !replaced.has(v))]
    const shifted = cells === 1 ? [...guard, ...sums.map((w): [string, string] => [w.name, differenceSql(w)])] : []
    stages.push({ name, kept, made: [...shifted, ...made], from })
    values = new Set([...values, ...made.filter(([n]) => windows.some(w => w.name === n)).map(([n]) => n)])
    from = name
  }
  return stages
}

function sizeOf({ frame }: Window): number {
  return (frame.preceding as number) - (frame.until ?? 0) + 1
}

function differenceSql({ of, frame }: Window): string {
  const upTo = lagged(sumOf(of), frame.until ?? 0)
  if (frame.preceding === 'unbounded') return `${upTo} - ${quote(baseOf(of))}`
  return `${upTo} - ${lagged(sumOf(of), frame.preceding + 1)}`
}

/** From the spans of so many cells: windows that they make up, and the spans of twice as many where some window needs them. */
function spanColumns(group: readonly Window[], cells: number): readonly (readonly [string, string])[] {
  const { fn, of } = group[0]!
  const span = spanOf(of, cells)
  const longer = group.some(w => sizeOf(w) >= 2 * cells)
  const values = group.flatMap(w => windowFrom(w, span, cells).map(sql => [w.name, sql] as const))
  return [...values, ...(longer ? [[spanOf(of, 2 * cells), combined(fn, quote(span), lagged(span, cells))] as const] : [])]
}

/** Extremes take two spans that may overlap; sums add up the spans of the binary digits of their size. */
function windowFrom(w: Window, span: string, cells: number): readonly string[] {
  const size = sizeOf(w)
  const until = w.frame.until ?? 0
  if (w.fn === 'sum') {
    if (Math.floor(size / cells) % 2 === 0) return []
    const lower = size % cells
    const piece = lagged(span, until + lower)
    return [lower === 0 ? piece : combined('sum', quote(w.name), piece)]
  }
  if (size < cells || size >= 2 * cells) return []
  const newest = lagged(span, until)
  return [size === cells ? newest : combined(w.fn, newest, lagged(span, until + size - cells))]
}

/** Of two values, either of which may be missing. */
function combined(fn: Window['fn'], a: string, b: string): string {
  if (fn === 'sum') return `coalesce(${a} + ${b}, ${a}, ${b})`
  return `${fn === 'min' ? 'least' : 'greatest'}(${a}, ${b})`
}

function withStages(f: Frames, stages: readonly Stage[], print: (term: Term) => string): readonly Line[] {
  const grain = [...f.keys, f.time]
  const none = [...f.additive.map(c => `0 AS ${quote(c)}`), ...f.merged.map(c => `NULL AS ${quote(c)}`)]
  const names = [...grain, ...f.additive, ...f.merged].map(quote)
  const sparse = [
    line('SELECT'),
    ...indent(listed(names.map(n => [line(n)]))),
    line(`FROM ${quote(f.entered)}`),
    line('UNION ALL'),
    line('SELECT'),
    ...indent(listed([...f.keys.map(quote), `${print(f.first)} AS ${quote(f.time)}`, ...none].map(n => [line(n)]))),
    line(`FROM ${quote(f.of)}`),
  ]
  const parts = [enclose(`${quote('_sparse')} AS `, sparse, ''), ...stages.map(s => enclose(`${quote(s.name)} AS `, stageLines(s), ''))]
  const [head, ...tail] = listed(parts)
  return [{ ...head!, text: `WITH ${head!.text}` }, ...tail]
}

function stageLines(s: Stage): readonly Line[] {
  const columns = [...s.kept.map(c => line(quote(c))), ...s.made.map(([name, sql]) => line(`${sql} AS ${quote(name)}`))]
  const order = s.order === undefined ? [] : [line(`ORDER BY ${s.order.map(quote).join(', ')}`)]
  return [line('SELECT'), ...indent(listed(columns.map(c => [c]))), line(`FROM ${quote(s.from)}`), ...order]
}

function finalLines(f: Frames, windows: readonly Window[], last: string, print: (term: Term) => string): readonly Line[] {
  const c = (name: string): string => `${quote('c')}.${quote(name)}`
  const names = new Set(windows.map(w => w.name))
  const same = [...f.keys.map(k => `${c(k)} = ${c(`_before_${k}`)}`), `${c(`_before_${f.time}`)} IS NOT NULL`].join(' AND ')
  const follows = `CASE WHEN ${same} THEN ${c(f.time)} = ${c(`_before_${f.time}`)} + ${interval(f.every)} ELSE ${c(f.time)} = ${print(f.first)} END`
  const shown = `${c(f.time)} >= ${quote('k')}.${quote(f.since)}`
  const values = f.columns.map(({ as, expr }) => {
    const term = mapLeaves<TermLeaf, TermLeaf>(expr, leaf => (leaf.kind === 'over' && names.has(nameOf(leaf)) ? field(nameOf(leaf), 'c') : leaf))
    return `${print(term)} AS ${quote(as)}`
  })
  const columns = [...f.keys.map(k => `${c(k)} AS ${quote(k)}`), `${c(f.time)} AS ${quote(f.time)}`, ...values]
  const on = f.keys.length === 0 ? 'TRUE' : f.keys.map(k => `${c(k)} = ${quote('k')}.${quote(k)}`).join(' AND ')
  return [
    line('SELECT'),
    ...indent(listed(columns.map(v => [line(v)]))),
    line(`FROM ${quote(last)} AS ${quote('c')}`),
    line(`INNER JOIN ${quote(f.of)} AS ${quote('k')} ON ${on}`),
    // of every cell, shown or not
    line(`WHERE CASE WHEN ${follows} THEN ${shown} ELSE CAST(error('the engine has not kept the order of rows') AS BOOLEAN) END`),
  ]
}
