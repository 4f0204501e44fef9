import { diffLinesUnified } from 'jest-diff'
import { canonical } from '../../compiler/base/hash.ts'
import type { FieldChange } from '../../compiler/ir/plan.ts'
import type { Paint } from './paint.ts'
import { indent } from './paint.ts'

/** One field that differs: added, removed, or from what to what; text of several lines as a line diff. */
export function fieldView(field: FieldChange, p: Paint): string {
  const { declared, path } = field
  const drifted = isDrift(field)
  const applied = drifted ? field.live : field.applied
  const forces = field.forces === null ? '' : p.red(`  # forces ${field.forces}`)
  const drift = drifted ? p.yellow(isNothing(applied) ? '  # missing in the warehouse' : '  # changed outside of feat') : ''
  const after = `${forces}${drift}\n`
  if (isNothing(applied)) return `${p.green('+')} ${path} ${valueBlock(declared)}${after}`
  if (isNothing(declared)) return `${p.red('-')} ${path} ${valueBlock(applied)}${after}`
  if (isUpstream(field)) return `${p.yellow('~')} ${path} ${valueBlock(declared)}  ${p.dim('# what it reads changed')}${after}`
  const [from, to] = [valueText(applied), valueText(declared)]
  if (!from.includes('\n') && !to.includes('\n')) return `${p.yellow('~')} ${path} ${from} ${p.yellow('->')} ${to}${after}`
  return `${p.yellow('~')} ${path}${after}${indent(`${lineDiff(from, to, p)}\n`, 4)}`
}

/** What is declared was applied, and the warehouse does not hold it. */
function isDrift(field: FieldChange): boolean {
  return (
    !isUpstream(field) &&
    !isNothing(field.declared) &&
    canonical(field.declared) === canonical(field.applied) &&
    canonical(field.live) !== canonical(field.declared)
  )
}

/** A feature whose own formula stays as it is, and whose value changes by what it reads. */
function isUpstream(field: FieldChange): boolean {
  return field.path.startsWith('features.') && !isNothing(field.declared) && canonical(field.declared) === canonical(field.applied)
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined
}

function valueText(value: unknown): string {
  return typeof value === 'string' ? value : canonical(value)
}

/** A value of several lines goes below its path. */
function valueBlock(value: unknown): string {
  const text = valueText(value)
  return text.includes('\n') ? `\n${indent(text, 4)}` : text
}

function lineDiff(from: string, to: string, p: Paint): string {
  return diffLinesUnified(from.split('\n'), to.split('\n'), {
    omitAnnotationLines: true,
    contextLines: 2,
    expand: false,
    aColor: p.red,
    bColor: p.green,
    commonColor: p.dim,
    patchColor: p.dim,
    changeColor: p.yellow,
  })
}
