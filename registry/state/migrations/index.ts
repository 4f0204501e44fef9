import { create } from './0001-create.ts'
import { claims } from './0002-claims.ts'
import { token } from './0003-token.ts'
import type { Migration } from './migration.ts'

/** Every migration, oldest first; a file is never changed once it was released. */
export const migrations: readonly Migration[] = [create, claims, token]

/** The format that this version writes. */
export const format = migrations.length
