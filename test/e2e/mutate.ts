import { hashOf } from '../../compiler/base/hash.ts'

/** One definition with one of its values changed. */
export interface Mutation {
  /** `view.customer_orders features.3.expr.length`. */
  readonly path: string
  readonly definitions: readonly unknown[]
}

type Plain = null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain }

/** Every value in every definition changed by itself: numbers grow, texts get another end, flags turn, what is unset is set. */
export function mutations(definitions: readonly unknown[]): readonly Mutation[] {
  return definitions.flatMap((definition, i) => {
    const { kind, name } = definition as { readonly kind: string; readonly name: string }
    return changed(definition as Plain, []).map(({ path, value }) => ({
      path: `${kind}.${name} ${path.join('.')}`,
      definitions: definitions.with(i, withBrand(definition as object, value as object)),
    }))
  })
}

/** Brands are symbols, which a copy by keys leaves behind. */
function withBrand(from: object, to: object): object {
  return Object.assign(
    Object.create(Object.getPrototypeOf(from) as object | null) as object,
    Object.fromEntries(Object.getOwnPropertySymbols(from).map(s => [s, (from as Record<symbol, unknown>)[s]])),
    to,
  )
}

interface Changed {
  readonly path: readonly string[]
  readonly value: Plain
}

function changed(value: Plain, path: readonly string[]): readonly Changed[] {
  if (isList(value))
    return value.flatMap((v: Plain, i) => changed(v, [...path, String(i)]).map(c => ({ path: c.path, value: value.with(i, c.value) as Plain })))
  if (value !== null && typeof value === 'object') {
    return Object.entries(value).flatMap(([key, v]) =>
      typeof v === 'function' ? [] : changed(v as Plain, [...path, key]).map(c => ({ path: c.path, value: { ...value, [key]: c.value } })),
    )
  }
  return others(value).map(v => ({ path, value: v }))
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value)
}

function others(value: null | boolean | number | string): readonly Plain[] {
  switch (typeof value) {
    case 'number':
      return [value + 1]
    case 'boolean':
      return [!value]
    case 'string':
      return /^\d+[dh]$/.test(value) ? [value.replace(/\d+/, n => String(Number(n) * 2))] : [`${value}_${hashOf(value).slice(0, 4)}`]
    default:
      return ['2d', '2026-01-05', true]
  }
}
