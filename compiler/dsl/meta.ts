import type { Check, FeatureMeta } from '../ir/definition.ts'
import { partKind } from './part.ts'
import { reader } from './read.ts'

/** What `.with({...})` records. */
export function featureMetaOf(given: unknown): FeatureMeta {
  const read = reader(given, ['unit', 'version', 'checks'])
  const unit = read.text('unit')
  const version = read.number('version')
  const checks = read.list('checks').flatMap((c, i): readonly Check[] => {
    if (partKind(c) === 'check') return [c as Check]
    read.wrong(`checks.${i}`, c, 'a check, such as notNull()')
    return []
  })
  return Object.freeze({
    ...read.common(),
    ...(unit === null ? {} : { unit }),
    ...(version === null ? {} : { version }),
    ...(checks.length === 0 ? {} : { checks: Object.freeze(checks) }),
  })
}
