#!/usr/bin/env node
import module from 'node:module'

module.enableCompileCache?.()
const { start } = await import('../dist/cli/main.js').catch(error => {
  if (error.code !== 'ERR_MODULE_NOT_FOUND' || !String(error.message).includes('dist')) throw error
  process.stderr.write('feat is not built: run npm run build\n')
  process.exit(1)
})
await start(process.argv.slice(2))
