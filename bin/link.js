// Makes `npx feat` work in a clone: npm links the commands of dependencies only, not those of the package itself.
import { lstatSync, mkdirSync, symlinkSync } from 'node:fs'

const link = new URL('../node_modules/.bin/feat', import.meta.url)
mkdirSync(new URL('.', link), { recursive: true })
if (lstatSync(link, { throwIfNoEntry: false }) === undefined) symlinkSync('../../bin/feat.js', link)
