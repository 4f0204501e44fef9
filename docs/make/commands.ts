import { commandGroups, commandList, globalOptions } from '../../cli/command-list.ts'
import { code, page, table } from './markdown.ts'

type CommandSpec = (typeof commandList)[number]

/** docs/reference/commands.md: every command with its options, as `feat help` prints them. */
export function commandsMarkdown(): string {
  return page('Commands', 'the list of commands (cli/command-list.ts)', [
    '`feat help <command>` prints the same. Exit codes: 0 done, 1 a mistake or a failure, 130 interrupted; `plan --detailed-exitcode` gives 2 where there are changes.',
    `With \`--json\` the result goes to standard output, with a \`format_version\`; everything else goes to standard error.`,
    table(
      ['Command', 'What it does'],
      commandList.map(c => [`[${code(`feat ${c.name}`)}](#feat-${c.name.replaceAll(' ', '-')})`, c.summary]),
    ),
    `## Options of every command\n\n${options(globalOptions)}`,
    ...commandList.map(commandSection),
    `${commandGroups.map(([name, summary]) => `\`feat ${name}\`: ${summary}.`).join('\n')}`,
  ])
}

function commandSection(spec: CommandSpec): string {
  const usage = `feat ${spec.name}${spec.args === undefined ? '' : ` ${spec.args}`}${spec.options.length === 0 ? '' : ' [options]'}`
  const about = spec.description ?? `${spec.summary[0]!.toUpperCase()}${spec.summary.slice(1)}.`
  return `## feat ${spec.name}\n\n\`\`\`text\n${usage}\n\`\`\`\n\n${about}${spec.options.length === 0 ? '' : `\n\n${options(spec.options)}`}`
}

function options(list: CommandSpec['options']): string {
  return table(
    ['Option', 'Meaning'],
    list.map(([flags, description, repeatable]) => [code(flags), `${description}${repeatable === undefined ? '' : '; may be repeated'}`]),
  )
}
