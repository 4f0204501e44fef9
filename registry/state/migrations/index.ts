import { create } from './0001-create.ts'
import type { Migration } from './migration.ts'

/** Every migration, oldest first; a file is never changed once it was released. */
export const migrations: readonly Migration[] = [create]

/** The format that this version writes. */
export const format = migrations.length
