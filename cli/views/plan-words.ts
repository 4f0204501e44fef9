import { absurd } from '../../compiler/base/diagnostic.ts'
import type { Action, Change, Plan } from '../../compiler/ir/plan.ts'
import type { Paint } from './paint.ts'

/** The mark in front of an address, as wide as the widest. */
export function symbolOf(action: Action, p: Paint): string {
  switch (action) {
    case 'create':
      return p.green('  +')
    case 'alter':
    case 'add columns':
      return p.yellow('  ~')
    case 'rename':
      return p.cyan('  >')
    case 'rebuild':
      return `${p.red('-')}/${p.green('+')}`
    case 'destroy':
      return p.red('  -')
    case 'forget':
      return p.red('  .')
    case 'rehash':
      return p.dim('  =')
    case 'none':
      return '   '
    default:
      return absurd(action)
  }
}

/** What the symbols of a plan mean, only those that it uses. */
export function legendOf(action: Action): string {
  switch (action) {
    case 'create':
      return 'create'
    case 'alter':
    case 'add columns':
      return 'update in place'
    case 'rename':
      return 'rename'
    case 'rebuild':
      return 'rebuild, then replace'
    case 'destroy':
      return 'destroy'
    case 'forget':
      return 'remove from state only'
    case 'rehash':
      return 'record only'
    case 'none':
      return 'no change'
    default:
      return absurd(action)
  }
}

/** "will be created": what follows the address in the comment above a change. */
export function phraseOf(change: Change, p: Paint): string {
  switch (change.action) {
    case 'create':
      return 'will be created'
    case 'alter':
      return 'will be updated in place'
    case 'add columns':
      return 'will be updated in place: columns are added'
    case 'rename':
      return change.was === null ? 'has columns that will be renamed' : `will be renamed: it was ${change.was}`
    case 'rebuild':
      return `must be ${p.bold(p.red('rebuilt'))}`
    case 'destroy':
      return `will be ${p.bold(p.red('destroyed'))}`
    case 'forget':
      return 'will be removed from state, but not destroyed'
    case 'rehash':
      return 'will be recorded anew: its text changed, its meaning did not'
    case 'none':
      return 'stays as it is'
    default:
      return absurd(change.action)
  }
}

/** The line that says why, without its brackets; null where the phrase says it all. */
export function reasonOf(change: Change): string | null {
  const via = change.why.via.filter(a => a !== change.address)
  const names = listed(via)
  switch (change.why.kind) {
    case 'declared':
      if (change.action === 'destroy' || change.action === 'forget') return 'because its declaration is gone'
      if (change.action === 'create') return via.length > 0 ? `because of ${names}` : null
      if (change.action === 'rename') return via.length > 0 ? `because ${names} changed` : null
      return via.length > 0 ? `because ${names} changed` : 'because its declaration changed'
    case 'inherited':
      return `because ${names || 'what it inherits from'} changed, from which it inherits`
    case 'upstream':
      return `because it reads ${names || 'something that changed'}`
    case 'drift':
      return 'because it was changed outside of feat'
    case 'tool':
      return 'because this version of feat computes it otherwise'
    default:
      return absurd(change.why.kind)
  }
}

function listed(names: readonly string[]): string {
  return names.length <= 4 ? names.join(', ') : `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`
}

/** What the change means for those who read the values. */
export function classOf(change: Change): string {
  switch (change.class) {
    case 'metadata':
      return 'metadata: no value changes'
    case 'additive':
      return 'additive: existing values stay'
    case 'values':
      return 'values: values that are read today change'
    case 'breaking':
      return 'breaking: who reads it may fail'
    default:
      return absurd(change.class)
  }
}

export function undoOf(change: Change): string {
  switch (change.undo) {
    case 'step':
      return 'can be taken back'
    case 'kept storage':
      return 'can be taken back while the former storage is kept'
    case 'none':
      return 'cannot be taken back'
    default:
      return absurd(change.undo)
  }
}

export type PlanCounts = Readonly<Record<'create' | 'change' | 'rebuild' | 'destroy' | 'rename' | 'forget' | 'record', number>>

const counted: Readonly<Record<Exclude<Action, 'none'>, keyof PlanCounts>> = {
  create: 'create',
  alter: 'change',
  'add columns': 'change',
  rebuild: 'rebuild',
  destroy: 'destroy',
  rename: 'rename',
  forget: 'forget',
  rehash: 'record',
}

export function planCounts(plan: Plan): PlanCounts {
  const counts = { create: 0, change: 0, rebuild: 0, destroy: 0, rename: 0, forget: 0, record: 0 }
  for (const c of plan.changes) if (c.action !== 'none') counts[counted[c.action]]++
  return counts
}

/** Whether applying it would do anything. */
export function hasChanges(plan: Plan): boolean {
  return plan.steps.length > 0 || plan.changes.some(c => c.action !== 'none')
}

/** `Plan: 3 to create, 1 to change, 0 to rebuild, 0 to destroy.`; what is rarer is named only where it occurs. */
export function countsLine(plan: Plan): string {
  const n = planCounts(plan)
  const rare = (['rename', 'forget', 'record'] as const).filter(k => n[k] > 0).map(k => `, ${n[k]} to ${k}`)
  return `Plan: ${n.create} to create, ${n.change} to change, ${n.rebuild} to rebuild, ${n.destroy} to destroy${rare.join('')}.`
}
