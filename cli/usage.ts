import type { CommanderError } from 'commander'
import { FeatError, diagnostic } from '../compiler/base/diagnostic.ts'
import { nearest } from '../compiler/base/near.ts'
import { commandGroups, commandList, globalOptions } from './command-list.ts'

/** What the parser refused, as a coded diagnostic. */
export function usageError(error: CommanderError, argv: readonly string[]): FeatError {
  const command = commandOf(argv)
  const full = `feat${command === '' ? '' : ` ${command}`}`
  const quoted = /'([^']+)'/.exec(error.message)?.[1] ?? ''
  switch (error.code) {
    case 'commander.unknownCommand':
      return refuse(diagnostic('F700', { command: `${command} ${quoted}`.trim(), near: nearest(`${command} ${quoted}`.trim(), commandNames()) }))
    case 'commander.unknownOption': {
      const option = quoted.split('=')[0]!
      return refuse(diagnostic('F701', { option, command: full, near: nearest(option, optionsOf(command)) }))
    }
    default:
      return refuse(diagnostic('F703', { command: full, problem: error.message.replace(/^error: /, '') }))
  }
}

const refuse = (d: ReturnType<typeof diagnostic>): FeatError => new FeatError([d])

function commandNames(): readonly string[] {
  return [...commandList.map(c => c.name), 'help']
}

/** The command that the words of argv begin with, '' for none. */
function commandOf(argv: readonly string[]): string {
  const words = argv.filter(a => !a.startsWith('-'))
  const start = words.findIndex(w => commandList.some(c => c.name === w) || commandGroups.some(([g]) => g === w))
  if (start < 0) return ''
  const two = words.slice(start, start + 2).join(' ')
  return commandList.some(c => c.name === two) ? two : words[start]!
}

function optionsOf(command: string): readonly string[] {
  const spec = commandList.find(c => c.name === command)
  const flags = [...globalOptions, ...(spec?.options ?? [])].flatMap(([f]) => f.replaceAll(/[<>[\]]/g, '').split(/[ ,]+/))
  return [...flags.filter(f => f.startsWith('--')), '--help', '--version']
}
