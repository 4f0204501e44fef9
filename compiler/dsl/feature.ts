import type { FeatureDefinition } from '../ir/definition.ts'
import type { Expression } from './expression/expression.ts'
import { nodeOf } from './expression/node.ts'
import { partKind } from './part.ts'
import type { Reader } from './read.ts'
import { recordOf } from './read.ts'

const noMeta = Object.freeze({})

/** The features of a view, or the computed columns of a serving view, in the order written. */
export function featuresOf(given: unknown, read: Reader, path = 'features'): readonly FeatureDefinition[] {
  if (given === undefined || given === null) read.wrong(path, given, 'features by name')
  return Object.entries(recordOf(given, path, read.wrong)).map(([name, value]): FeatureDefinition => {
    const made = partKind(value) === 'expression' ? (value as Expression) : null
    return { name, expr: nodeOf(value, 'a feature, such as count(source).over(window)'), meta: made?.meta ?? noMeta, versionMeta: made?.versionMeta ?? null }
  })
}
