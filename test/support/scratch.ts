import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** A folder of its own for a test file, removed when its tests have ended. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'feat-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
