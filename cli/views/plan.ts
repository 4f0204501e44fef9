import { groupBy } from '../../compiler/base/group.ts'
import type { Change, Phase, Plan, Step } from '../../compiler/ir/plan.ts'
import type { StateRecord } from '../../compiler/ir/state.ts'
import { jsonText } from './json.ts'
import type { Paint } from './paint.ts'
import { indent, paint, plural } from './paint.ts'
import { fieldView } from './plan-field.ts'
import { classOf, countsLine, hasChanges, legendOf, phraseOf, planCounts, reasonOf, symbolOf, undoOf } from './plan-words.ts'

export interface PlanViewOptions {
  readonly color: boolean
  /** With the statements of every step. */
  readonly verbose: boolean
}

/** The plan as a person reads it. */
export function planView(plan: Plan, options: PlanViewOptions): string {
  const p = paint(options.color)
  const changes = plan.changes.filter(c => c.action !== 'none')
  if (!hasChanges(plan) && plan.blocked.length === 0) return `${p.bold(p.green('No changes.'))} ${p.bold('Your warehouse matches the declarations.')}\n`
  const drift = changes.filter(c => c.why.kind === 'drift')
  const all = changes.filter(c => c.why.kind !== 'drift')
  // Procedures follow from what they fill: a person reads about that.
  const [procedures, own] = options.verbose ? [[], all] : [all.filter(isProcedure), all.filter(c => !isProcedure(c))]
  return [
    drift.length > 0 ? `${p.bold('Note: objects have changed outside of feat')}\n\n${drift.map(c => `${changeView(c, p)}\n`).join('')}` : '',
    legendView(changes, p),
    changes.length > 0 ? `${p.bold('feat will perform the following actions:')}\n\n` : '',
    own.map(c => `${changeView(c, p)}${c.action === 'create' ? indent(createdView(recordOf(plan, c), p), 6) : ''}\n`).join(''),
    proceduresLine(procedures, p),
    options.verbose ? stepsView(plan.steps, p) : '',
    blockedView(plan, p),
    `${p.bold(countsLine(plan))}\n`,
    options.verbose ? '' : stepsLine(plan.steps, p),
  ].join('')
}

function isProcedure(c: Change): boolean {
  return c.address.startsWith('procedure.')
}

function proceduresLine(changes: readonly Change[], p: Paint): string {
  const counts = [...groupBy(changes, c => legendOf(c.action))].map(([word, of]) => `${of.length} ${word}`)
  return counts.length === 0 ? '' : `  ${p.bold('#')} procedures that fill these: ${counts.join(', ')} ${p.dim('(--verbose names them)')}\n\n`
}

/** The plan as JSON, with the counts that the last line of the human view shows. */
export function planJson(plan: Plan): string {
  return jsonText({ changes: hasChanges(plan), summary: planCounts(plan), plan })
}

function legendView(changes: readonly Change[], p: Paint): string {
  const used = new Map(changes.map(c => [legendOf(c.action), symbolOf(c.action, p)]))
  if (used.size === 0) return ''
  return `Actions are indicated with these symbols:\n${[...used].map(([word, symbol]) => `${symbol} ${word}\n`).join('')}\n`
}

function changeView(change: Change, p: Paint): string {
  const reason = reasonOf(change)
  const notes = [
    ...change.hazards.map(h => `${p.yellow(`hazard[${h.code}]`)} ${h.message}`),
    ...(change.loses.length > 0 ? [`${p.red('loses')} ${change.loses.join(', ')}`] : []),
    ...(change.class === 'values' || change.class === 'breaking' || change.loses.length > 0 ? [`${p.dim('undo')} ${undoOf(change)}`] : []),
  ]
  return [
    `  ${p.bold('#')} ${p.bold(change.address)} ${phraseOf(change, p)}\n`,
    reason === null ? '' : `  # (${reason})\n`,
    `${symbolOf(change.action, p)} ${change.address}${change.action === 'create' ? '' : `  ${p.dim(classOf(change))}`}\n`,
    ...change.fields.map(f => indent(fieldView(f, p), 6)),
    ...notes.map(n => `      ${n}\n`),
  ].join('')
}

function recordOf(plan: Plan, change: Change): StateRecord | null {
  const effects = plan.steps.flatMap(s => (s.effect?.kind === 'record' ? [s.effect.record] : []))
  return effects.find(r => r.address === change.address) ?? null
}

/** What something new is made of: the features of a view with their formulas, else how many columns it has. */
function createdView(record: StateRecord | null, p: Paint): string {
  if (record === null) return ''
  const { kind, columns } = record.applied
  if (kind !== 'view') return columns.length === 0 ? '' : `${p.dim(plural(columns.length, 'column'))}\n`
  const rows = record.definitions.map(d => [d.address, d.type, d.formula] as const)
  const [address, type] = [Math.max(0, ...rows.map(r => r[0].length)), Math.max(0, ...rows.map(r => r[1].length))]
  return rows.map(r => `${p.green('+')} ${r[0].padEnd(address)}  ${r[1].padEnd(type)}  ${p.dim(r[2])}\n`).join('')
}

function blockedView(plan: Plan, p: Paint): string {
  if (plan.blocked.length === 0) return ''
  const lines = plan.blocked.map(b => `${p.bold(p.red(`error[${b.code}]`))}${p.bold(`: ${b.message}`)}\n  ${p.blue('-->')} ${b.address}\n`)
  return `${p.bold('The plan is blocked:')}\n\n${lines.join('\n')}\n`
}

const phases: readonly Phase[] = ['expand', 'fill', 'audit', 'publish', 'contract']

function stepsView(steps: readonly Step[], p: Paint): string {
  if (steps.length === 0) return ''
  let number = 0
  const phase = (name: Phase): string => {
    const own = steps.filter(s => s.phase === name)
    const lines = own.map(
      s =>
        `    ${String(++number).padStart(2)}. ${s.title}\n${shownSql(s)
          .map(q => indent(`${p.dim(q)}\n`, 8))
          .join('')}`,
    )
    return own.length === 0 ? '' : `  ${p.bold(name)}\n${lines.join('')}`
  }
  return `${p.bold('Steps:')}\n\n${phases.map(phase).join('')}\n`
}

/** Of statements that differ in the share of keys only, the first group. */
function shownSql({ sql, apart }: Step): readonly string[] {
  const ended = sql.map(q => `${q.trimEnd()};`)
  return apart === undefined ? ended : [...ended.slice(0, sql.length / apart), `-- the same for the other ${apart - 1} of ${apart} shares of the keys`]
}

function stepsLine(steps: readonly Step[], p: Paint): string {
  const parts = phases.map(name => [name, steps.filter(s => s.phase === name).length] as const).filter(([, n]) => n > 0)
  return parts.length === 0 ? '' : p.dim(`Steps: ${parts.map(([name, n]) => `${n} ${name}`).join(', ')} (--verbose shows their SQL)\n`)
}
