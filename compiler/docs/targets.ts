import type { Catalog } from '../ir/catalog.ts'
import type { Physical, TargetObjects } from '../ir/physical.ts'

/** What a target holds besides tables and views, in the words of its options. */
export interface TargetModel {
  readonly name: string
  readonly engine: 'duckdb' | 'snowflake'
  /** Null where the engine knows no such things: what views and stores say of how they are kept does nothing there. */
  readonly objects: TargetObjects | null
}

export function targetsOf(catalog: Catalog): readonly TargetModel[] {
  return Object.entries(catalog.config.targets).map(([name, t]) => ({ name, engine: t.kind, objects: t.kind === 'snowflake' ? (t.objects ?? {}) : null }))
}

/** The same for people. */
export function targetText({ objects }: TargetModel): string {
  if (objects === null) return 'nothing: procedures, tasks, alerts, tags, grants and how tables are kept exist on Snowflake alone'
  const { warehouses = {}, tags = {}, roles, schedule, notifications = {}, measure, physical } = objects
  const names = (of: object): string =>
    Object.keys(of)
      .map(n => `\`${n}\``)
      .join(', ')
  const when = (s: TargetObjects['measure']): string => (s === undefined ? '' : typeof s === 'string' ? s : `${s.cron} ${s.zone}`)
  const facts: readonly (readonly [string, string])[] = [
    ['procedures that fill', 'one for each storage'],
    ['warehouses', names(warehouses)],
    ['tags', names(tags)],
    ['read by', (roles?.reader ?? []).join(', ')],
    ['written by', (roles?.writer ?? []).join(', ')],
    ['owned by', roles?.owner ?? ''],
    ['tasks', schedule === undefined ? '' : `what is due, ${when(schedule)}`],
    ['alerts to', names(notifications)],
    ['metrics of checks', when(measure)],
    ['kept', physical === undefined ? '' : keptText(physical)],
  ]
  return facts.flatMap(([what, text]) => (text === '' ? [] : [`${what}: ${text}`])).join('; ')
}

/** How something is kept, in a few words; empty where nothing is said. */
export function keptText(p: Physical): string {
  const facts = [
    p.clusterBy === undefined ? '' : `clustered by ${p.clusterBy.join(', ')}`,
    p.retentionDays === undefined ? '' : `former rows for ${p.retentionDays} days`,
    p.transient === true ? 'without fail-safe' : '',
    p.warehouse === undefined ? '' : `filled on ${p.warehouse}`,
    ...Object.entries(p.tags ?? {}).map(([tag, value]) => `${tag} = ${value}`),
    ...Object.entries(p.columns ?? {}).flatMap(([name, c]) => (c.masking === undefined ? [] : [`${name} masked by ${c.masking}`])),
    p.rowAccess === undefined ? '' : `rows by ${p.rowAccess.policy}`,
  ]
  return facts.filter(f => f !== '').join(', ')
}
