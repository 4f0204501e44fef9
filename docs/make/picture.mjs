// Draws docs/img/plan.svg: what `feat plan` prints on a terminal for one changed line of the platform. It needs the built
// command and `script` of util-linux, for a terminal: npm run build && node docs/make/picture.mjs
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const repository = fileURLToPath(new URL('../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'feat-picture-'))
const feat = `${process.execPath} ${repository}bin/feat.js`
const run = command =>
  execFileSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8', env: { PATH: process.env.PATH, HOME: process.env.HOME, TERM: 'xterm' } })

/** Escape sequences that the command uses, as classes of the drawing. */
const classes = { 1: 'bold', 2: 'dim', 31: 'red', 32: 'green', 33: 'yellow', 34: 'blue', 36: 'cyan' }
const [charWidth, lineHeight, margin, columns] = [7.8, 18, 16, 164]

function terminalOutput() {
  for (const path of ['features', 'features.config.ts', 'package.json']) cpSync(join(repository, path), join(folder, path), { recursive: true })
  run(`${feat} fixture logistics --until 2026-11-01 --days 60 --customers 50 --vehicles 10 --deliveries 2000`)
  run(`${feat} apply --auto-approve && ${feat} materialize --now 2026-11-01T06:00`)
  const path = join(folder, 'features/customer/service.ts')
  writeFileSync(path, readFileSync(path, 'utf8').replace('avg(orders.c.order_value_usd)', "avg(orders.c.order_value_usd).where(orders.c.channel.eq('web'))"))
  return run(`script -qec '${feat} plan' /dev/null`).replaceAll('\r', '')
}

const paint = new RegExp(`(${String.fromCharCode(27)}\\[\\d+m)`)

/** Lines of [class names, text], cut to the width of the terminal as it would wrap them. */
function lines(output) {
  let active = new Set()
  const result = []
  for (const line of output.trimEnd().split('\n')) {
    let spans = []
    let column = 0
    for (const part of line.split(paint)) {
      const code = paint.test(part) ? part.slice(2, -1) : undefined
      if (code !== undefined) {
        if (classes[code] === undefined) active = new Set([...active].filter(c => (code === '22' ? c !== 'bold' && c !== 'dim' : c === 'bold' || c === 'dim')))
        else active.add(classes[code])
        continue
      }
      for (let text = part; text !== '';) {
        const piece = text.slice(0, columns - column)
        spans.push({ column, names: [...active].join(' '), text: piece })
        text = text.slice(piece.length)
        column += piece.length
        if (column >= columns && text !== '') {
          result.push(spans)
          spans = []
          column = 0
        }
      }
    }
    result.push(spans)
  }
  return result
}

function svg(all) {
  const [width, height] = [columns * charWidth + 2 * margin, (all.length + 2) * lineHeight + 2 * margin]
  const escaped = text => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const prompt = [
    { column: 0, names: 'green', text: '$' },
    { column: 2, names: 'bold', text: 'npx feat plan' },
  ]
  const texts = [prompt, [], ...all].flatMap((spans, i) =>
    spans
      .filter(s => s.text.trim() !== '')
      .map(s => {
        // Spaces around it become its place: not every viewer keeps them.
        const text = s.text.trim()
        const x = (margin + (s.column + s.text.indexOf(text)) * charWidth).toFixed(1)
        return `<text x="${x}" y="${margin + 13 + i * lineHeight}" textLength="${(text.length * charWidth).toFixed(1)}" class="${s.names}">${escaped(text)}</text>`
      }),
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width.toFixed(0)} ${height}" width="${width.toFixed(0)}" height="${height}">
<style>
text { font: 13px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; fill: #d0d7de; white-space: pre }
.bold { font-weight: 700; fill: #f0f6fc } .dim { fill: #8b949e } .red { fill: #ff7b72 } .green { fill: #56d364 } .yellow { fill: #e3b341 } .blue { fill: #79c0ff } .cyan { fill: #76e3ea }
</style>
<rect width="100%" height="100%" rx="8" fill="#0d1117"/>
${texts.join('\n')}
</svg>
`
}

try {
  mkdirSync(join(repository, 'docs/img'), { recursive: true })
  writeFileSync(join(repository, 'docs/img/plan.svg'), svg(lines(terminalOutput())))
} finally {
  rmSync(folder, { recursive: true })
}
