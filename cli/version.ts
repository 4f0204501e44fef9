import { readFileSync } from 'node:fs'

/** The version in package.json, which lies at another depth beside the sources than beside the build. */
export function packageVersion(): string {
  for (const path of ['../package.json', '../../package.json']) {
    try {
      const found = JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as { name: string; version: string }
      if (found.name === 'featplan') return found.version
    } catch {
      continue
    }
  }
  return '0.0.0'
}
