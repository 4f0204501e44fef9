import type { CatalogObject, Column } from '../catalog.ts'
import { fullName, keyOf, quoteBelow, spelled } from '../names.ts'
import type { Answer } from '../results.ts'
import { statusAnswer } from '../results.ts'
import { SqlError, invalid, missing } from '../sql-error.ts'
import type { Cursor } from '../sql/cursor.ts'
import { typeAt } from '../types.ts'
import { clusterKey, valueAt } from './clauses.ts'
import { columnAt } from './columns.ts'
import type { Context } from './context.ts'
import { define } from './create-relation.ts'
import { findRelation } from './relations.ts'
import { columnTags, requireObject, tagAt } from './tags.ts'

const done = 'Statement executed successfully.'

const settable: Readonly<Record<string, readonly string[]>> = {
  TABLE: [
    'DATA_RETENTION_TIME_IN_DAYS',
    'MAX_DATA_EXTENSION_TIME_IN_DAYS',
    'CHANGE_TRACKING',
    'ENABLE_SCHEMA_EVOLUTION',
    'DATA_METRIC_SCHEDULE',
    'TARGET_LAG',
    'WAREHOUSE',
  ],
  VIEW: ['CHANGE_TRACKING', 'DATA_METRIC_SCHEDULE'],
  'MATERIALIZED VIEW': ['DATA_METRIC_SCHEDULE'],
  'DYNAMIC TABLE': [
    'DATA_METRIC_SCHEDULE',
    'MAX_DATA_EXTENSION_TIME_IN_DAYS',
    'TARGET_LAG',
    'WAREHOUSE',
    'DATA_RETENTION_TIME_IN_DAYS',
    'REFRESH_MODE',
    'SCHEDULER',
    'INITIALIZATION_WAREHOUSE',
  ],
  'ONLINE FEATURE TABLE': ['TARGET_LAG', 'WAREHOUSE'],
}

/** ALTER TABLE, VIEW, MATERIALIZED VIEW, DYNAMIC TABLE and ONLINE FEATURE TABLE. */
export async function alterRelation(ctx: Context, c: Cursor, kind: CatalogObject['kind'], interactive = false): Promise<Answer> {
  const ifExists = c.accept('IF', 'EXISTS')
  const name = fullName(c.name(), ctx.session)
  const { catalog } = ctx.session.world
  const found = ifExists && catalog.find(kind, name) === null ? null : findRelation(ctx, name)
  if (interactive && found?.properties['INTERACTIVE'] === undefined) throw missing('Table', keyOf(name))
  if (found === null) {
    c.rest()
    return statusAnswer(done)
  }
  if (found.kind !== kind) throw invalid(`Object found is of type '${found.kind}', not specified type '${kind}'.`)
  await action(ctx, c, found)
  c.end()
  return statusAnswer(done)
}

async function action(ctx: Context, c: Cursor, o: CatalogObject): Promise<void> {
  const { catalog } = ctx.session.world
  if (c.accept('RENAME', 'TO')) return catalog.rename(o, fullName(c.name(), ctx.session))
  if (c.accept('SWAP', 'WITH')) return swap(ctx, o, findRelation(ctx, fullName(c.name(), ctx.session)))
  if (c.accept('SET')) return set(ctx, c, o)
  if (c.accept('UNSET')) return unset(ctx, c, o)
  if (c.accept('CLUSTER', 'BY')) return catalog.put({ ...o, clusterBy: clusterKey(c) })
  if (c.accept('DROP', 'CLUSTERING', 'KEY')) return catalog.put({ ...o, clusterBy: '' })
  if (c.sees('ADD', 'DATA', 'METRIC') || c.sees('DROP', 'DATA', 'METRIC')) return metrics(ctx, c, o)
  if (c.sees('ADD', 'ROW', 'ACCESS') || c.sees('DROP', 'ROW', 'ACCESS')) return rowAccess(ctx, c, o)
  if (c.accept('SUSPEND') || c.accept('RESUME')) {
    const state = c.peek(-1)!.value === 'SUSPEND' ? 'SUSPENDED' : 'ACTIVE'
    if (!c.accept('RECLUSTER')) catalog.put({ ...o, properties: { ...o.properties, STATE: state } })
    return
  }
  if (o.kind === 'DYNAMIC TABLE' && c.accept('REFRESH')) return
  if (c.accept('ALTER', 'COLUMN') || c.accept('MODIFY', 'COLUMN')) return alterColumns(ctx, c, o)
  if (o.kind === 'TABLE') return columns(ctx, c, o)
  throw c.unexpected('what to alter')
}

/** SET MASKING POLICY name [FORCE], UNSET MASKING POLICY */
function masking(ctx: Context, c: Cursor, o: CatalogObject, column: Column): void {
  const { [`MASKING ${column.name}`]: former, ...properties } = o.properties
  if (c.peek(-3)!.value === 'UNSET') return ctx.session.world.catalog.put({ ...o, properties })
  const policy = requireObject(ctx, c, 'MASKING POLICY')
  if (!c.accept('FORCE') && former !== undefined) throw invalid(`Column ${spelled(column.name)} has a masking policy already.`)
  ctx.session.world.catalog.put({ ...o, properties: { ...properties, [`MASKING ${column.name}`]: policy } })
}

/** DROP ROW ACCESS POLICY name, ADD ROW ACCESS POLICY name ON (column, ...) */
function rowAccess(ctx: Context, c: Cursor, o: CatalogObject): void {
  const { 'ROW ACCESS POLICY': former, ...properties } = o.properties
  let policy = former
  do {
    const add = c.oneOf('ADD', 'DROP') === 'ADD'
    c.expect('ROW', 'ACCESS', 'POLICY')
    const name = requireObject(ctx, c, 'ROW ACCESS POLICY')
    if (add === (policy !== undefined)) throw invalid(`${keyOf(o.name)} has ${add ? 'a' : 'no'} row access policy.`)
    if (add) c.expect('ON')
    policy = add ? `${name} ON (${c.list(() => columnNamed(o, c.identifier()).name).join(', ')})` : undefined
  } while (c.accept(','))
  ctx.session.world.catalog.put({ ...o, properties: { ...properties, ...(policy === undefined ? {} : { 'ROW ACCESS POLICY': policy }) } })
}

/** ADD | DROP DATA METRIC FUNCTION name ON (column, ...) */
function metrics(ctx: Context, c: Cursor, o: CatalogObject): void {
  const add = c.next().value === 'ADD'
  c.expect('DATA', 'METRIC', 'FUNCTION')
  const name = c.name()
  const known = ctx.session.world.catalog.list('DATA METRIC FUNCTION').some(f => f.name.name.startsWith(`${name.at(-1)!}(`))
  if (!known && name[0] !== 'SNOWFLAKE') throw missing('Function', name.join('.'))
  c.expect('ON')
  const columns = c.sees('(', ')') ? c.group().map(t => t.value) : c.list(() => columnNamed(o, c.identifier()).name)
  const metric = `${name.join('.')} ON (${columns.join(', ')})`
  const former = (JSON.parse(o.properties['METRICS'] ?? '[]') as readonly string[]).filter(m => m !== metric)
  ctx.session.world.catalog.put({ ...o, properties: { ...o.properties, METRICS: JSON.stringify(add ? [...former, metric] : former) } })
}

function swap({ session }: Context, a: CatalogObject, b: CatalogObject): void {
  const { catalog } = session.world
  catalog.put({ ...a, name: b.name })
  catalog.put({ ...b, name: a.name })
  session.world.committed([])
}

function set(ctx: Context, c: Cursor, o: CatalogObject): void {
  const { session } = ctx
  const { catalog } = session.world
  if (c.accept('TAG')) {
    const tags: Record<string, string> = { ...o.tags }
    do {
      const [tag, value] = tagAt(ctx, c)
      tags[tag] = value
    } while (c.accept(','))
    return catalog.put({ ...o, tags })
  }
  let changed = o
  do {
    const property = c.oneOf('COMMENT', 'SECURE', ...(settable[o.kind] ?? []))
    if (property === 'SECURE') {
      changed = { ...changed, properties: { ...changed.properties, SECURE: 'TRUE' } }
      continue
    }
    c.expect('=')
    changed = property === 'COMMENT' ? { ...changed, comment: c.text() } : { ...changed, properties: { ...changed.properties, [property]: valueAt(c) } }
    c.accept(',')
  } while (!c.done && !c.sees(';'))
  catalog.put(changed)
}

function unset(ctx: Context, c: Cursor, o: CatalogObject): void {
  const { session } = ctx
  const { catalog } = session.world
  if (c.accept('TAG')) {
    const gone: string[] = []
    do gone.push(requireObject(ctx, c, 'TAG'))
    while (c.accept(','))
    return catalog.put({ ...o, tags: Object.fromEntries(Object.entries(o.tags).filter(([tag]) => !gone.includes(tag))) })
  }
  let changed = o
  do {
    const property = c.oneOf('COMMENT', 'SECURE', ...(settable[o.kind] ?? []))
    const { [property]: _, ...properties } = changed.properties
    changed = property === 'COMMENT' ? { ...changed, comment: null } : { ...changed, properties }
  } while (c.accept(','))
  catalog.put(changed)
}

async function columns(ctx: Context, c: Cursor, o: CatalogObject): Promise<void> {
  if (c.accept('ADD')) return addColumns(ctx, c, o)
  if (c.accept('DROP')) return dropColumns(ctx, c, o)
  if (c.accept('RENAME', 'COLUMN')) {
    const from = columnNamed(o, c.identifier())
    c.expect('TO')
    const to = c.identifier()
    if (o.columns.some(x => x.name === to)) throw new SqlError('002025', '42S21', `SQL compilation error:\nduplicate column name '${to}'`)
    await define(ctx, o.physical!, `ALTER TABLE ${quoteBelow(o.physical!)} RENAME COLUMN ${quoteBelow(from.name)} TO ${quoteBelow(to)}`)
    return put(
      ctx,
      o,
      o.columns.map(x => (x === from ? { ...x, name: to } : x)),
    )
  }
  if (c.accept('ALTER') || c.accept('MODIFY')) return alterColumns(ctx, c, o)
  throw c.unexpected('what to alter')
}

async function addColumns(ctx: Context, c: Cursor, o: CatalogObject): Promise<void> {
  c.accept('COLUMN')
  const ifNotExists = c.accept('IF', 'NOT', 'EXISTS')
  let all = o.columns
  do {
    const { column } = columnAt(c)
    if (all.some(x => x.name === column.name)) {
      if (ifNotExists) continue
      throw new SqlError('001430', '01430', `SQL compilation error:\ncolumn '${column.name}' already exists`)
    }
    await define(ctx, o.physical!, `ALTER TABLE ${quoteBelow(o.physical!)} ADD COLUMN ${quoteBelow(column.name)} ${column.type.below}${added(column)}`)
    all = [...all, column]
  } while (c.accept(','))
  put(ctx, o, all)
}

function added({ nullable, default: value }: Column): string {
  if (!nullable && value === null) throw invalid('a NOT NULL column cannot be added to a table that may have rows without a default')
  return value === null ? '' : ` DEFAULT ${value}`
}

async function dropColumns(ctx: Context, c: Cursor, o: CatalogObject): Promise<void> {
  c.accept('COLUMN')
  const ifExists = c.accept('IF', 'EXISTS')
  let all = o.columns
  do {
    const name = c.identifier()
    if (!all.some(x => x.name === name)) {
      if (ifExists) continue
      columnNamed(o, name)
    }
    await define(ctx, o.physical!, `ALTER TABLE ${quoteBelow(o.physical!)} DROP COLUMN ${quoteBelow(name)}`)
    all = all.filter(x => x.name !== name)
  } while (c.accept(','))
  put(ctx, o, all)
}

async function alterColumns(ctx: Context, c: Cursor, o: CatalogObject): Promise<void> {
  c.accept('COLUMN')
  const column = columnNamed(o, c.identifier())
  const set = (changed: Partial<Column>): void =>
    put(
      ctx,
      o,
      o.columns.map(x => (x === column ? { ...x, ...changed } : x)),
    )
  const table = `ALTER TABLE ${quoteBelow(o.physical ?? '')} ALTER COLUMN ${quoteBelow(column.name)}`
  if (c.accept('COMMENT')) return set({ comment: c.text() })
  if (c.accept('UNSET', 'COMMENT')) return set({ comment: null })
  if (c.sees('SET', 'TAG') || c.sees('UNSET', 'TAG')) return ctx.session.world.catalog.put({ ...o, properties: columnTags(ctx, c, o, column.name) })
  if (c.accept('SET', 'MASKING', 'POLICY') || c.accept('UNSET', 'MASKING', 'POLICY')) return masking(ctx, c, o, column)
  if (o.physical === null) throw c.unexpected('COMMENT')
  if (c.accept('SET', 'NOT', 'NULL')) {
    await define(ctx, o.physical!, `${table} SET NOT NULL`)
    return set({ nullable: false })
  }
  if (c.accept('DROP', 'NOT', 'NULL')) {
    await define(ctx, o.physical!, `${table} DROP NOT NULL`)
    return set({ nullable: true })
  }
  if (c.accept('DROP', 'DEFAULT')) return set({ default: null })
  c.accept('SET', 'DATA')
  c.accept('TYPE')
  const type = typeAt(c)
  if (!widens(column.type, type)) {
    throw new SqlError('002108', '22000', `SQL compilation error: cannot change column ${spelled(column.name)} from type ${column.type.text} to ${type.text}`)
  }
  await define(ctx, o.physical!, `${table} TYPE ${type.below}`)
  set({ type })
}

/** Only a longer text and a number with more digits before the point. */
function widens(from: Column['type'], to: Column['type']): boolean {
  if (from.name !== to.name) return false
  if (from.name === 'TEXT') return to.length! >= from.length!
  return from.name === 'NUMBER' ? from.scale === to.scale && to.precision! >= from.precision! : from.text === to.text
}

function put({ session }: Context, o: CatalogObject, all: readonly Column[]): void {
  session.world.catalog.put({ ...o, columns: all })
}

function columnNamed(o: CatalogObject, name: string): Column {
  const found = o.columns.find(x => x.name === name)
  if (found === undefined) throw missing('Column', `${keyOf(o.name)}.${spelled(name)}`)
  return found
}
