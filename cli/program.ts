import { Command, CommanderError, Option } from 'commander'
import { commandGroups, commandList, globalOptions } from './command-list.ts'
import type { CommandSpec, Raw } from './command.ts'
import type { Io } from './io.ts'
import { packageVersion } from './version.ts'

/** Finds the command, runs it and gives its exit code. Wrong use is thrown as a FeatError. */
export async function dispatch(argv: readonly string[], io: Io): Promise<number> {
  let code = 0
  const program = buildProgram(io, async (spec, raw) => {
    const run = await spec.load()
    code = await run(raw, io)
  })
  if (argv.length === 0) {
    io.out(program.helpInformation())
    return 0
  }
  try {
    await program.parseAsync([...argv], { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0 || error.code === 'commander.help') return 0
    const { usageError } = await import('./usage.ts')
    throw usageError(error, argv)
  }
  return code
}

function buildProgram(io: Io, run: (spec: CommandSpec, raw: Raw) => Promise<void>): Command {
  const program = new Command('feat')
    .description('Infrastructure as code for machine-learning features.')
    .version(packageVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help for a command')
    .showSuggestionAfterError(false)
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({ writeOut: io.out, writeErr: () => {} })
  for (const option of globalOptions) program.addOption(new Option(option[0], option[1]))
  const groups = new Map<string, Command>()
  for (const [name, summary] of commandGroups) groups.set(name, program.command(name).summary(summary).description(summary))
  for (const spec of commandList) addCommand(spec, groups.get(spec.name.split(' ')[0]!) ?? program, run)
  return program
}

function addCommand(spec: CommandSpec, parent: Command, run: (spec: CommandSpec, raw: Raw) => Promise<void>): void {
  const command = parent.command(`${spec.name.split(' ').at(-1)!}${spec.args === undefined ? '' : ` ${spec.args}`}`)
  command.summary(spec.summary).description(spec.description ?? spec.summary)
  for (const [flags, description, repeatable] of spec.options) {
    const option = new Option(flags, description)
    command.addOption(repeatable === 'repeatable' ? option.argParser((v: string, all: readonly string[] | undefined) => [...(all ?? []), v]) : option)
  }
  command.action(async () => run(spec, { args: command.args, options: command.optsWithGlobals() }))
}
