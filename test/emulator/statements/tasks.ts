import type { CatalogObject } from '../catalog.ts'
import { fullName, keyOf } from '../names.ts'
import type { Answer } from '../results.ts'
import { statusAnswer } from '../results.ts'
import { requireQuery } from '../rewrite/groups.ts'
import type { RunStatement } from '../script/run.ts'
import { isScript } from '../script/parse.ts'
import { SqlError, invalid, missing } from '../sql-error.ts'
import { Cursor } from '../sql/cursor.ts'
import { clausesAt, sourceOf, valueAt } from './clauses.ts'
import type { Context } from './context.ts'
import type { Head } from './create-relation.ts'
import { alreadyThere, newName, put } from './create-relation.ts'
import { anonymousBlock, bodyAt } from './procedures.ts'

const taskProperties = (
  'WAREHOUSE|USER_TASK_MANAGED_INITIAL_WAREHOUSE_SIZE|SCHEDULE|CONFIG|ALLOW_OVERLAPPING_EXECUTION|USER_TASK_TIMEOUT_MS|SUSPEND_TASK_AFTER_NUM_FAILURES|ERROR_INTEGRATION|' +
  'SUCCESS_INTEGRATION|LOG_LEVEL|FINALIZE|TASK_AUTO_RETRY_ATTEMPTS|USER_TASK_MINIMUM_TRIGGER_INTERVAL_IN_SECONDS|TARGET_COMPLETION_INTERVAL|' +
  'SERVERLESS_TASK_MIN_STATEMENT_SIZE|SERVERLESS_TASK_MAX_STATEMENT_SIZE|TIMEZONE|WEEK_START|WEEK_OF_YEAR_POLICY|QUERY_TAG|TIMESTAMP_TYPE_MAPPING|' +
  'QUOTED_IDENTIFIERS_IGNORE_CASE|STATEMENT_TIMEOUT_IN_SECONDS|LOCK_TIMEOUT|AUTOCOMMIT|TAG|' +
  'TIMESTAMP_OUTPUT_FORMAT|TIMESTAMP_NTZ_OUTPUT_FORMAT|DATE_OUTPUT_FORMAT|TIME_OUTPUT_FORMAT|TIMESTAMP_INPUT_FORMAT|DATE_INPUT_FORMAT|BINARY_OUTPUT_FORMAT|BINARY_INPUT_FORMAT|JSON_INDENT|STRICT_JSON_OUTPUT'
).split('|')

/** CREATE TASK name clauses [AFTER ...] [WHEN ...] AS statement. It is made suspended. */
export function createTask(ctx: Context, c: Cursor, head: Head): Answer {
  const { name, stays } = newName(ctx, c, head, 'TASK')
  const clauses = clausesAt(c, taskProperties, (at, properties) => {
    if (!at.accept('AFTER')) return at.accept(',') // between session parameters
    const after = [keyOf(fullName(at.name(), ctx.session))]
    while (at.accept(',')) after.push(keyOf(fullName(at.name(), ctx.session)))
    const absent = after.find(a => !ctx.session.world.catalog.list('TASK').some(t => keyOf(t.name) === a))
    if (absent !== undefined) throw missing('Task', absent)
    properties['AFTER'] = JSON.stringify(after)
    return true
  })
  const when = c.accept('WHEN') ? conditionAt(c) : null
  c.expect('AS')
  const body = bodyAt(c)
  c.end()
  if (stays) return alreadyThere(name)
  const { properties } = clauses
  if (properties['AFTER'] !== undefined && properties['SCHEDULE'] !== undefined) throw invalid('A task with a predecessor cannot have a schedule.')
  if (properties['WAREHOUSE'] !== undefined && ctx.session.world.catalog.findAccount('WAREHOUSE', properties['WAREHOUSE']) === null)
    throw missing('Warehouse', properties['WAREHOUSE'])
  const state = ctx.session.world.catalog.find('TASK', name)?.properties['STATE'] ?? 'suspended'
  const kept = head.orAlter ? state : 'suspended'
  put(ctx, { name, kind: 'TASK', columns: [], physical: null, body, clauses, properties: { STATE: kept, ...(when === null ? {} : { WHEN: when }) } })
  return statusAnswer(`Task ${name.name} successfully created.`)
}

function conditionAt(c: Cursor): string {
  const from = c.at
  while (!c.sees('AS') && !c.sees(';')) c.next()
  return sourceOf(c, c.tokens.slice(from, c.at))
}

/** CREATE ALERT name clauses IF (EXISTS (query)) THEN statement. It is made suspended, and nothing in it is looked up. */
export function createAlert(ctx: Context, c: Cursor, head: Head): Answer {
  const { name, stays } = newName(ctx, c, head, 'ALERT')
  const clauses = clausesAt(c, ['WAREHOUSE', 'SCHEDULE', 'TAG', 'SUSPEND_ALERT_AFTER_NUM_FAILURES', 'CONFIG'])
  c.expect('IF')
  const condition = new Cursor(c.sql, c.group())
  condition.expect('EXISTS')
  const query = condition.group()
  condition.end()
  if (query[0]?.value !== 'SHOW' && query[0]?.value !== 'CALL') requireQuery(query)
  c.expect('THEN')
  const body = bodyAt(c)
  c.end()
  if (stays) return alreadyThere(name)
  put(ctx, { name, kind: 'ALERT', columns: [], physical: null, body, clauses, properties: { STATE: 'suspended', CONDITION: sourceOf(c, query) } })
  return statusAnswer(`Alert ${name.name} successfully created.`)
}

/** ALTER TASK and ALTER ALERT. */
export function alterScheduled(ctx: Context, c: Cursor, kind: 'TASK' | 'ALERT'): Answer {
  const { catalog } = ctx.session.world
  const ifExists = c.accept('IF', 'EXISTS')
  const name = fullName(c.name(), ctx.session)
  ctx.guard(keyOf(name))
  const found = catalog.find(kind, name)
  const done = statusAnswer('Statement executed successfully.')
  if (found === null) {
    if (!ifExists) throw missing(kind === 'TASK' ? 'Task' : 'Alert', keyOf(name))
    c.rest()
    return done
  }
  catalog.put(changed(ctx, c, found))
  c.end()
  return done
}

function changed(ctx: Context, c: Cursor, o: CatalogObject): CatalogObject {
  const set = (properties: Readonly<Record<string, string>>): CatalogObject => ({ ...o, properties: { ...o.properties, ...properties } })
  if (c.accept('RESUME')) return set({ STATE: 'started' })
  if (c.accept('SUSPEND')) return set({ STATE: 'suspended' })
  if (o.kind === 'TASK') requireSuspended(ctx, o)
  if (c.accept('MODIFY', 'AS') || c.accept('MODIFY', 'ACTION')) return { ...o, body: bodyAt(c) }
  if (c.accept('MODIFY', 'WHEN')) return set({ WHEN: bodyAt(c) })
  if (c.accept('MODIFY', 'CONDITION', 'EXISTS')) return set({ CONDITION: sourceOf(c, c.group()) })
  if (c.accept('ADD', 'AFTER') || c.accept('REMOVE', 'AFTER')) {
    const add = c.peek(-2)!.value === 'ADD'
    const names = [keyOf(fullName(c.name(), ctx.session))]
    while (c.accept(',')) names.push(keyOf(fullName(c.name(), ctx.session)))
    const former = predecessors(o).filter(a => !names.includes(a))
    return set({ AFTER: JSON.stringify(add ? [...former, ...names] : former) })
  }
  const giving = c.oneOf('SET', 'UNSET') === 'SET'
  if (c.accept('TAG')) return { ...o, tags: { ...o.tags, ...tagAt(c, giving) } }
  const properties: Record<string, string> = { ...o.properties }
  let { comment } = o
  do {
    const key = c.oneOf('COMMENT', ...taskProperties)
    if (giving) c.expect('=')
    const value = giving ? valueAt(c) : null
    if (key === 'COMMENT') comment = value
    else if (value === null) delete properties[key]
    else properties[key] = value
    c.accept(',')
  } while (!c.done && !c.sees(';'))
  return { ...o, comment, properties }
}

function tagAt(c: Cursor, giving: boolean): Readonly<Record<string, string>> {
  const tag = c.name().join('.')
  if (!giving) return { [tag]: '' }
  c.expect('=')
  return { [tag]: c.text() }
}

function predecessors(o: CatalogObject): readonly string[] {
  return JSON.parse(o.properties['AFTER'] ?? '[]') as readonly string[]
}

/** A task of a graph is changed only while its root is suspended. */
function requireSuspended({ session }: Context, o: CatalogObject): void {
  const tasks = session.world.catalog.list('TASK')
  const roots = (task: CatalogObject): readonly CatalogObject[] => {
    const before = tasks.filter(t => predecessors(task).includes(keyOf(t.name)))
    return before.length === 0 ? [task] : before.flatMap(roots)
  }
  const started = roots(o).find(r => r.properties['STATE'] === 'started')
  if (started === undefined) return
  throw new SqlError('091087', '55000', `Unable to update graph with root task ${keyOf(started.name)} since that root task is not suspended.`)
}

/** EXECUTE TASK runs a root task and what comes after it, one after the other, and answers when all are done; EXECUTE IMMEDIATE a text. */
export async function executeTask(ctx: Context, c: Cursor, execute: RunStatement): Promise<Answer> {
  if (c.accept('IMMEDIATE')) {
    const text = c.text()
    c.end()
    return isScript(text) ? anonymousBlock(ctx, text, execute) : execute(ctx, new Cursor(text))
  }
  c.expect('TASK')
  const name = fullName(c.name(), ctx.session)
  c.end()
  const { catalog } = ctx.session.world
  const root = catalog.find('TASK', name)
  if (root === null) throw missing('Task', keyOf(name))
  if (predecessors(root).length > 0) throw invalid(`Cannot execute task ${keyOf(name)}: it is not the root of its graph.`)
  const done = new Set<string>()
  for (let due: readonly CatalogObject[] = [root]; due.length > 0;) {
    for (const task of due) {
      await runBody(ctx, task.body!, execute)
      done.add(keyOf(task.name))
    }
    due = catalog
      .list('TASK')
      .filter(t => !done.has(keyOf(t.name)) && predecessors(t).length > 0 && predecessors(t).every(p => done.has(p)) && t.properties['STATE'] === 'started')
  }
  return statusAnswer(`Task ${name.name} is scheduled to run immediately.`)
}

async function runBody(ctx: Context, body: string, execute: RunStatement): Promise<void> {
  if (isScript(body)) await anonymousBlock(ctx, body, execute)
  else await execute(ctx, new Cursor(body))
}
