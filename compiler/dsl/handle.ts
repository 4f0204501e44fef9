import type { Address } from '../base/address.ts'
import { formatAddress, parseAddress } from '../base/address.ts'
import type { Listed } from '../ir/definition.ts'
import type { Scalar } from '../ir/scalar.ts'
import type { Expression } from './expression/expression.ts'
import { addMethods, expression, prototype } from './expression/expression.ts'
import { invalid } from './expression/node.ts'
import { definitionKind, describe, isObject, partKind } from './part.ts'

/** A feature of a view at run time: an expression with a name. */
interface Handle extends Expression {
  readonly name: string
  readonly ref: Address
}

const handlePrototype = Object.create(prototype) as object

addMethods(handlePrototype, {
  version(this: Handle, n: unknown) {
    if (typeof n !== 'number') return expression(invalid(n, 'the number of a version'))
    const parsed = parseAddress(this.ref)
    return parsed === null ? this : handle(this.name, formatAddress({ ...parsed, version: n }))
  },
})

export function handle(name: string, ref: Address): Handle {
  const made = Object.create(handlePrototype) as { -readonly [K in keyof Handle]: Handle[K] }
  made.node = Object.freeze({ kind: 'feature', ref } satisfies Scalar)
  made.meta = null
  made.versionMeta = null
  made.name = name
  made.ref = ref
  return Object.freeze(made)
}

/** The address of a feature that was given by its handle; null for anything else, an anonymous expression included. */
export function refOf(given: unknown): Address | null {
  return partKind(given) === 'expression' && isObject(given) && typeof given['name'] === 'string' ? (given as unknown as Handle).ref : null
}

/** What a serving view or dataset lists: a view, or a feature of one. */
export function listedOf(given: unknown): Listed {
  if (definitionKind(given) === 'view') return { kind: 'view', view: (given as { readonly name: string }).name }
  const ref = refOf(given)
  if (ref !== null) return { kind: 'feature', ref }
  return { kind: 'invalid', found: partKind(given) === 'expression' ? 'an expression without a name' : describe(given) }
}
