import type { QualifiedName } from '../../../ir/name.ts'
import type { TaskNode, TasksObject } from '../../../ir/object.ts'
import { qualifiedBy } from '../../names.ts'
import { quote } from '../literals.ts'
import { scheduleText } from './schedule.ts'

/**
 * A graph changes while its root is suspended: tasks are made suspended, those that nothing waits for are resumed first,
 * and the root last. A run that was cut off leaves the root suspended, and the next one does it all again.
 */
export function tasksChange(from: TasksObject | null, to: TasksObject): readonly string[] {
  const names = new Set(to.tasks.map(t => full(t.name)))
  const gone = (from?.tasks ?? []).filter(t => !names.has(full(t.name)))
  return [
    suspended(from?.name ?? to.name),
    ...gone.toReversed().map(t => `DROP TASK IF EXISTS ${full(t.name)}`),
    ...to.tasks.map(t => createTask(t, to)),
    ...to.tasks.toReversed().map(t => `ALTER TASK IF EXISTS ${full(t.name)} RESUME`),
  ]
}

export function dropTasks({ name, tasks }: TasksObject): readonly string[] {
  return [suspended(name), ...tasks.toReversed().map(t => `DROP TASK IF EXISTS ${full(t.name)}`)]
}

function suspended(name: QualifiedName): string {
  return `ALTER TASK IF EXISTS ${full(name)} SUSPEND`
}

/** The session of a task is pinned as that of the command is. */
function createTask({ name, warehouse, after, calls }: TaskNode, { schedule }: TasksObject): string {
  return [
    `CREATE OR REPLACE TASK ${full(name)}`,
    `WAREHOUSE = ${quote(warehouse)}`,
    ...(after.length === 0 ? [`SCHEDULE = ${scheduleText(schedule, 'MINUTES')}`, 'ALLOW_OVERLAPPING_EXECUTION = FALSE'] : []),
    "TIMEZONE = 'UTC', WEEK_START = 1",
    ...(after.length === 0 ? [] : [`AFTER ${after.map(full).join(', ')}`]),
    `AS\n${calls === null ? 'SELECT 1' : `CALL ${full(calls)}(CAST(SYSDATE() AS TIMESTAMP_NTZ(6)))`}`,
  ].join('\n')
}

function full(name: QualifiedName): string {
  return qualifiedBy(quote, name)
}
