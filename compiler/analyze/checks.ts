import { nearest } from '../base/near.ts'
import type { Check } from '../ir/definition.ts'
import { isNumeric, typeName } from '../ir/type.ts'
import type { Report } from './mistakes.ts'
import { shown } from './mistakes.ts'
import type { Typed } from './typed.ts'

/** Whether the checks of a feature fit its type; those that do. */
export function checkChecks(checks: readonly Check[], t: Typed, report: Report): readonly Check[] {
  return checks.filter(c => checkOne(c, t, report))
}

function checkOne(check: Check, t: Typed, report: Report): boolean {
  const wrong = (expected: string): boolean => {
    report('F347', { check: check.kind, type: typeName(t.type), expected })
    return false
  }
  switch (check.kind) {
    case 'notNull':
      return true
    case 'unique':
      return t.type.kind === 'json' || t.type.kind === 'float' ? wrong('values that are compared exactly') : true
    case 'between': {
      if (!isNumeric(t.type)) return wrong('numbers')
      if (Number.isFinite(check.min) && Number.isFinite(check.max) && check.min <= check.max) return true
      report('F201', {
        option: 'checks',
        found: `between(${shown(check.min)}, ${shown(check.max)})`,
        expected: 'a lower bound and an upper bound that is no less',
      })
      return false
    }
    case 'matches':
      return t.type.kind === 'text' ? true : wrong('texts')
    case 'oneOf': {
      if (t.type.kind !== 'text') return wrong('texts')
      const unknown = t.values === null ? undefined : check.values.find(v => !t.values!.includes(v))
      if (unknown !== undefined) report('F342', { value: unknown, values: t.values!, near: nearest(unknown, t.values!) })
      return unknown === undefined
    }
  }
}
