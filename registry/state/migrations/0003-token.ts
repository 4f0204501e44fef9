import type { Migration } from './migration.ts'

/** What tells two takings of the lock apart that counted to the same fence, on an engine that evaluates conditions on what it saw before it waited. */
export const token: Migration = {
  to: 3,
  statements: s => [`ALTER TABLE ${s.lock} ADD COLUMN IF NOT EXISTS token VARCHAR`],
}
