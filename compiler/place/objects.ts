import { address } from '../base/address.ts'
import { diagnostic } from '../base/diagnostic.ts'
import { parseDuration } from '../base/duration.ts'
import { requestName } from '../ir/name.ts'
import type { Grant, ObjectSchedule } from '../ir/object.ts'
import { objectResource } from '../ir/object-resource.ts'
import type { Schedule, TargetObjects, WarehouseDefinition } from '../ir/physical.ts'
import type { Automation, Placed } from '../ir/placed.ts'
import { publicKindOf } from '../ir/serving-kind.ts'
import type { KeptBy } from './physical.ts'
import { isName, needs } from './physical.ts'

/** Tags, warehouses and grants of a target. What the account or the storages hold belongs to the main environment alone. */
export function placeObjects(resources: readonly Placed[], by: KeptBy, isMain: boolean): readonly Placed[] {
  const { objects } = by.settled
  if (objects === null) return []
  const own = isMain ? [...tags(objects, by), ...warehouses(objects, by)] : []
  return [...own, ...grants(resources, objects, by)]
}

/** When tasks and metrics run, and who is told; null where nothing runs by itself. */
export function placeAutomation(by: KeptBy, isMain: boolean): Automation | null {
  const { objects, serving } = by.settled
  if (objects === null || serving === null || serving.warehouse === null) return null
  const { schedule, measure, notifications = {} } = objects
  for (const [channel, name] of Object.entries(notifications)) checkName(`notifications.${channel}`, name, 1, by)
  if (measure !== undefined) needs('enterprise', 'data metric functions', by, null)
  const made: Automation = {
    warehouse: serving.warehouse,
    schedule: schedule === undefined ? null : scheduleOf('schedule', schedule, by),
    measure: measure === undefined ? null : measure === 'on change' ? measure : scheduleOf('measure', measure, by),
    notifications,
  }
  return isMain ? made : null
}

function tags(objects: TargetObjects, by: KeptBy): readonly Placed[] {
  const declared = Object.entries(objects.tags ?? {})
  if (declared.length > 0) needs('enterprise', 'tags', by, null)
  const { catalog, storageSchema: schema } = by.placement
  return declared.map(([name, { values }]) => {
    checkName('tags', name, 1, by)
    const long = (values ?? []).find(v => v.length > 256)
    if (long !== undefined) by.report(diagnostic('F404', { what: `a value of the tag '${name}'`, rule: 'has at most 256 characters' }))
    const tag = { kind: 'tag', name: { catalog, schema, name: name.toLowerCase() }, values: values ?? null } as const
    return objectResource(address('tag', name.toLowerCase()), tag, { causes: [], promises: { values: values ?? 'any' } })
  })
}

function warehouses(objects: TargetObjects, by: KeptBy): readonly Placed[] {
  return Object.entries(objects.warehouses ?? {}).map(([name, said]) => {
    checkName('warehouses', name, 1, by)
    checkWarehouse(name, said, by)
    const warehouse = {
      kind: 'warehouse',
      name: { catalog: null, schema: '', name: name.toLowerCase() },
      inUse: by.settled.serving?.warehouse ?? name,
      ...said,
    } as const
    return objectResource(address('warehouse', name.toLowerCase()), warehouse, { causes: [], promises: { ...said } })
  })
}

function checkWarehouse(name: string, { autoSuspend, clusters, scaling }: WarehouseDefinition, by: KeptBy): void {
  const wrong = (option: string, found: unknown, expected: string): void =>
    by.report(diagnostic('F406', { option: `warehouses.${name}.${option}`, found: String(found), expected }))
  if (autoSuspend !== undefined && (!Number.isInteger(autoSuspend) || autoSuspend < 0)) wrong('autoSuspend', autoSuspend, 'whole seconds, 0 or more')
  if (clusters === undefined) return scaling === undefined ? undefined : wrong('scaling', `'${scaling}'`, 'clusters beside it')
  const { min, max } = clusters
  if (!Number.isInteger(min) || !Number.isInteger(max) || min < 1 || max < min || max > 10) wrong('clusters', `${min} to ${max}`, '1 to 10, the least first')
  if (max > 1) needs('enterprise', 'warehouses of several clusters', by, null)
}

function grants(resources: readonly Placed[], objects: TargetObjects, by: KeptBy): readonly Placed[] {
  const { roles } = objects
  if (roles === undefined) return []
  const { catalog, publicSchema: schema } = by.placement
  const { reader = [], writer = [], owner } = roles
  for (const role of [...reader, ...writer, ...(owner === undefined ? [] : [owner])]) checkName('roles', role, 1, by)
  const all = [
    ...[...new Set([...reader, ...writer])].flatMap(role => reading(role, resources, by)),
    ...writer.flatMap(role => writing(role, resources)),
    ...(owner === undefined ? [] : shown(resources).map((r): Grant => ({ privileges: ['OWNERSHIP'], on: kindOf(r), name: r.publicName!, role: owner }))),
  ]
  const object = { kind: 'grants', name: { catalog, schema, name: 'grants' }, grants: all } as const
  return [
    objectResource(address('grants', schema), object, { causes: shown(resources).map(r => r.address), promises: { reader, writer, owner: owner ?? null } }),
  ]
}

/** The database and the schema, what people query there today, and what there will be. */
function reading(role: string, resources: readonly Placed[], { placement: { catalog, publicSchema: schema } }: KeptBy): readonly Grant[] {
  const inSchema = { catalog, schema, name: schema }
  const future = [...new Set(['TABLE', 'VIEW', ...shown(resources).map(kindOf)])].toSorted()
  return [
    { privileges: ['USAGE'], on: 'DATABASE', name: inSchema, role },
    { privileges: ['USAGE'], on: 'SCHEMA', name: inSchema, role },
    ...shown(resources).map(r => ({ privileges: ['SELECT'], on: kindOf(r), name: r.publicName!, role })),
    ...functions(resources).map(f => ({ privileges: ['USAGE'], ...f, role })),
    ...future.map(kind => ({ privileges: ['SELECT'], on: `FUTURE ${kind}S IN SCHEMA`, name: inSchema, role })),
  ]
}

/** The functions that take a request: using one is a privilege of its own. */
function functions(resources: readonly Placed[]): readonly Pick<Grant, 'on' | 'name' | 'parameters'>[] {
  return shown(resources).flatMap(r =>
    r.onRequest === undefined ? [] : [{ on: 'FUNCTION', name: requestName(r.publicName!), parameters: r.onRequest.fields.map(f => f.type) }],
  )
}

/** Tables of the registry, to which people append. */
function writing(role: string, resources: readonly Placed[]): readonly Grant[] {
  return shown(resources)
    .filter(r => r.physical.append === true)
    .map(r => ({ privileges: ['INSERT', 'UPDATE', 'DELETE'], on: 'TABLE', name: r.publicName!, role }))
}

function shown(resources: readonly Placed[]): readonly Placed[] {
  return resources.filter(r => r.publicName !== null)
}

function kindOf(r: Placed): string {
  const kind = publicKindOf(r.served?.kind)
  if (kind === 'dynamic table' || kind === 'online feature table') return kind.toUpperCase()
  return r.publish === 'table' || kind === 'interactive table' ? 'TABLE' : 'VIEW'
}

const leastMinutes = 1
const mostMinutes = 11_520

function scheduleOf(option: string, schedule: Schedule, by: KeptBy): ObjectSchedule {
  const wrong = (found: string, expected: string): void => by.report(diagnostic('F406', { option, found, expected }))
  if (typeof schedule === 'string') {
    const seconds = parseDuration(schedule)
    const minutes = seconds === null ? 0 : seconds / 60
    if (!Number.isInteger(minutes) || minutes < leastMinutes || minutes > mostMinutes) wrong(`'${schedule}'`, "whole minutes, 1 to 11520 ('8d')")
    return { minutes }
  }
  const fields = schedule.cron.trim().split(/\s+/)
  if (fields.length !== 5 || !fields.every(f => /^[\dA-Za-z*,/#-]+$/.test(f)))
    wrong(`'${schedule.cron}'`, 'the five fields of cron: minute, hour, day, month, weekday')
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/.test(schedule.zone)) wrong(`the zone '${schedule.zone}'`, "a zone such as 'UTC' or 'Europe/Berlin'")
  return schedule
}

function checkName(option: string, name: string, parts: number, by: KeptBy): void {
  if (!isName(name, parts)) by.report(diagnostic('F405', { option, name }))
}
