import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { repository } from '../source-files.ts'
import type { Block } from './tutorial.ts'
import { blocksOf, patched, shows } from './tutorial.ts'

const page = readFileSync(`${repository}docs/tutorial.md`, 'utf8')

interface Walk {
  folder: string
  output: string
}

/** Runs the lines of a block as a reader would type them; `npx feat` is the built command of this clone. */
function run(block: Block, walk: Walk): void {
  walk.output = ''
  for (const line of block.body.trim().split('\n')) {
    if (line.startsWith('cd ')) {
      walk.folder = join(walk.folder, line.slice(3))
      continue
    }
    const command = line.replace('npx feat', `"${process.execPath}" "${repository}bin/feat.js"`)
    const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], NO_COLOR: '1' }
    const ended = spawnSync('sh', ['-c', `${command} 2>&1`], { cwd: walk.folder, encoding: 'utf8', env })
    const failed = ended.status !== 0
    expect(failed, `${line}\n${ended.stdout}`).toBe(block.words.includes('fails'))
    walk.output += ended.stdout
  }
}

function edit(block: Block, { folder }: Walk): void {
  const path = join(folder, block.words.at(-1)!)
  if (block.words[0] === 'new') writeFileSync(path, block.body)
  else if (block.language === 'diff') writeFileSync(path, patched(readFileSync(path, 'utf8'), block.body))
  else expect(readFileSync(path, 'utf8')).toContain(block.body)
}

it('says what the commands of the tutorial print', { timeout: 240_000 }, async () => {
  const walk: Walk = { folder: mkdtempSync(join(tmpdir(), 'feat-tutorial-')), output: '' }
  const blocks = blocksOf(page)
  expect(blocks.length).toBeGreaterThan(30)
  const changed: { readonly block: Block; readonly text: string }[] = []
  for (const block of blocks.filter(b => !b.words.includes('norun'))) {
    if (block.language === 'sh') run(block, walk)
    else if (block.language !== 'text') edit(block, walk)
    else if (!shows(block.body, walk.output)) changed.push({ block, text: `${walk.output.trim()}\n` })
  }
  const current = changed.reduceRight((text, { block, text: output }) => text.slice(0, block.start) + output + text.slice(block.end), page)
  await expect(current).toMatchFileSnapshot(`${repository}docs/tutorial.md`)
})
