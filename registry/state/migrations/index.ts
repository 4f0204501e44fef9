import { create } from './0001-create.ts'
import { claims } from './0002-claims.ts'
import { token } from './0003-token.ts'
import { datasets } from './0004-datasets.ts'
import { arrivals } from './0005-arrivals.ts'
import type { Migration } from './migration.ts'

/** Every migration, oldest first; a file is never changed once it was released. */
export const migrations: readonly Migration[] = [create, claims, token, datasets, arrivals]

/** The format that this version writes: that of its last migration. */
export const format = migrations.at(-1)!.to
