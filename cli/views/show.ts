import { jsonText } from './json.ts'
import { indent, paint } from './paint.ts'
import { day } from './progress.ts'
import { fields } from './table.ts'

/** One feature, and where keys were given its value. */
export interface ShownFeature {
  readonly address: string
  readonly type: string
  readonly unit: string | null
  readonly owner: string | null
  readonly description: string | null
  readonly formula: string
  /** The definition that the value was computed by, where it is another one by now. */
  readonly applied: string | null
  readonly view: string
  /** What its view promises between points; null: nothing. */
  readonly accuracy: string | null
  readonly readsFeatures: readonly string[]
  /** Raw columns below it. */
  readonly restsOn: readonly string[]
  /** The statement that computes it, in the dialect of the target. */
  readonly sql: string | null
  /** Where the value was read: public name and column. */
  readonly relation: string | null
  readonly value: {
    readonly keys: Readonly<Record<string, string>>
    /** The point of the value; null: no row of that key. */
    readonly point: string | null
    /** The newest point due at the moment that was asked for, where the value is not of that; `computed`: no key has a row there. */
    readonly newest: { readonly due: string; readonly computed: boolean } | null
    readonly value: string | number | boolean | null
  } | null
}

export function showView(f: ShownFeature, options: { readonly color: boolean }): string {
  const p = paint(options.color)
  const keys = Object.entries(f.value?.keys ?? {})
    .map(([k, v]) => `${k}=${v}`)
    .join(', ')
  const value =
    f.value === null
      ? []
      : ([
          [
            'value',
            f.value.point === null ? `none: no row of ${keys || 'it'}` : `${p.bold(String(f.value.value ?? 'NULL'))}${f.unit === null ? '' : ` ${f.unit}`}`,
          ],
          ...(f.value.point === null ? [] : [['point', `${day(f.value.point)}${olderText(f.value.newest)}`]]),
          ...(keys === '' ? [] : [['keys', keys]]),
        ] as const)
  const known: readonly (readonly [string, string | null])[] = [
    ...value.map(([k, v]) => [k!, v!] as const),
    ['type', f.type],
    ['definition', f.formula],
    ['applied', f.applied === null ? null : `${f.applied}\n(what was computed so far; feat plan shows the change)`],
    ['description', f.description],
    ['owner', f.owner],
    ['view', f.view],
    ['accuracy', f.accuracy],
    ['reads', f.readsFeatures.join('\n') || null],
    ['rests on', f.restsOn.join('\n') || null],
    ['stored in', f.relation],
  ]
  const facts = known.filter((k): k is readonly [string, string] => k[1] !== null)
  return `${p.bold(f.address)}\n${fields(facts, p)}${f.sql === null ? '' : `\n${p.dim('SQL')}\n${indent(`${f.sql.trimEnd()}\n`, 2)}`}`
}

function olderText(newest: NonNullable<ShownFeature['value']>['newest']): string {
  if (newest === null) return ''
  return `: not the newest due, ${day(newest.due)}, ${newest.computed ? 'at which no key has a row' : 'which is not computed'}`
}

export function showJson(f: ShownFeature): string {
  return jsonText({ ...f })
}
