import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** In memory where the system offers that: warehouses write through to the disk at every commit. */
const parent = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

/** A folder of its own for a test file, removed when its tests have ended. */
export function scratch(): string {
  const folder = mkdtempSync(join(parent, 'feat-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
