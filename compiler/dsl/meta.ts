import type { Check, FeatureMeta } from '../ir/definition.ts'
import { partKind } from './part.ts'
import { reader } from './read.ts'

/** What `.with({...})` records. */
export function featureMetaOf(given: unknown): FeatureMeta {
  const read = reader(given, ['unit', 'version', 'checks'])
  const unit = read.text('unit')
  const version = read.number('version')
  const checks = read.list('checks').flatMap((c, i): readonly Check[] => {
    if (partKind(c) !== 'check') read.wrong(`checks.${i}`, c, 'a check, such as notNull()')
    else if (!isWhole(c as Check))
      read.problems.push({
        path: `checks.${i}`,
        found: `the check ${(c as Check).kind} without its values`,
        expected: 'between(min, max), oneOf(...texts) or matches(pattern)',
      })
    else return [c as Check]
    return []
  })
  return Object.freeze({
    ...read.common(),
    ...(unit === null ? {} : { unit }),
    ...(version === null ? {} : { version }),
    ...(checks.length === 0 ? {} : { checks: Object.freeze(checks) }),
  })
}

function isWhole(c: Check): boolean {
  switch (c.kind) {
    case 'notNull':
    case 'unique':
      return true
    case 'between':
      return typeof c.min === 'number' && typeof c.max === 'number'
    case 'oneOf':
      return c.values.length > 0 && c.values.every(v => typeof v === 'string')
    case 'matches':
      return typeof c.pattern === 'string'
  }
}
