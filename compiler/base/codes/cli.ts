import { didYouMean, entry, oneOf } from './entry.ts'

/** What the command line refuses by itself: wrong use, missing consent, files that it cannot read or write. */
export const cliCodes = {
  F700: entry<{ readonly command: string; readonly near: string | null }>({
    severity: 'error',
    message: p => `there is no command '${p.command}'`,
    hint: p => didYouMean(p) ?? 'feat --help lists the commands',
    explain: 'The first word after `feat` is the name of a command. `feat --help` lists them.',
  }),
  F701: entry<{ readonly option: string; readonly command: string; readonly near: string | null }>({
    severity: 'error',
    message: p => `'${p.command}' has no option '${p.option}'`,
    hint: p => didYouMean(p) ?? `${p.command} --help lists its options`,
    explain: 'The option is not one of the command, nor one of those that every command takes. `feat <command> --help` lists both.',
  }),
  F702: entry<{ readonly what: string; readonly found: string; readonly expected: string }>({
    severity: 'error',
    message: p => `${p.what} is ${p.found}, expected ${p.expected}`,
    explain: 'The value of an option or argument is not of the kind that it takes. Times are UTC: `2026-01-31`, `2026-01-31T06:00:00Z`, `today` or `now`.',
  }),
  F703: entry<{ readonly command: string; readonly problem: string }>({
    severity: 'error',
    message: p => `${p.command}: ${p.problem}`,
    hint: p => `${p.command} --help shows what it takes`,
    explain: 'The command was given too few or too many arguments.',
  }),
  F704: entry<{ readonly command: string }>({
    severity: 'error',
    message: p => `${p.command} needs a yes, and nobody can be asked: standard input is no terminal`,
    hint: p =>
      p.command === 'feat apply'
        ? 'review the plan, then run it with --auto-approve, or apply a saved plan: feat plan --out plan.json && feat apply plan.json'
        : 'review the plan that is shown above, then run it with --auto-approve',
    explain: 'Without a terminal a command that changes the warehouse asks for consent by option: `--auto-approve`, or a plan that was saved and reviewed.',
  }),
  F705: entry<{ readonly command: string }>({
    severity: 'error',
    message: p => `${p.command} cancelled: only 'yes' is a yes; nothing was changed`,
    explain: 'The question was answered with something else than `yes`, so nothing was done.',
  }),
  F706: entry<{ readonly command: string }>({
    severity: 'error',
    message: p => `${p.command} was interrupted`,
    hint: () => 'what is done is recorded: the same command continues from there',
    explain:
      'Ctrl-C, or a signal to end. The statement that ran was cancelled; the journal knows each one that finished, so the next run continues. The exit code is 130.',
  }),
  F707: entry<{ readonly files: readonly string[]; readonly directory: string }>({
    severity: 'error',
    message: p => `${p.directory} already holds ${p.files.join(', ')}: init overwrites nothing`,
    hint: () => 'run it in an empty folder: feat init --root <folder>',
    explain: '`feat init` writes a starter project and never touches a file that is there. Nothing was written.',
  }),
  F708: entry<{ readonly path: string; readonly why: string }>({
    severity: 'error',
    message: p => `${p.path} is no plan that can be applied: ${p.why}`,
    hint: () => 'make one with feat plan --out <file>',
    explain: '`feat apply <file>` takes what `feat plan --out <file>` wrote, unchanged: the file holds the id of its content.',
  }),
  F709: entry<{ readonly feature: string; readonly near: string | null; readonly candidates: readonly string[] }>({
    severity: 'error',
    message: p => (p.candidates.length > 0 ? `'${p.feature}' is a feature of several entities: ${oneOf(p.candidates)}` : `there is no feature '${p.feature}'`),
    hint: p => (p.candidates.length > 0 ? 'name it as <entity>.<feature>' : (didYouMean(p) ?? 'generated/CATALOG.md lists the features')),
    explain: 'A feature is named by its name, by `<entity>.<feature>` or by its address `feature.<entity>.<feature>`, with `@<n>` for a version.',
  }),
  F710: entry<{ readonly feature: string; readonly expected: readonly string[]; readonly found: readonly string[] }>({
    severity: 'error',
    message: p => `${p.feature} is described by the keys ${p.expected.join(', ') || '(none)'}, found ${p.found.join(', ') || 'none'}`,
    hint: p => (p.expected.length > 0 ? `add ${p.expected.map(k => `--key ${k}=...`).join(' ')}` : 'leave --key away: the entity has no keys'),
    explain: 'A value belongs to one entity: `feat show` needs each of its join keys, once.',
  }),
  F711: entry<{ readonly address: string; readonly near: string | null }>({
    severity: 'error',
    message: p => `state holds no '${p.address}'`,
    hint: p => didYouMean(p) ?? 'feat state list shows what it holds',
    explain: 'The address names nothing that was applied to this target and environment.',
  }),
  F712: entry<{ readonly stale: readonly string[] }>({
    severity: 'error',
    message: p => `generated files are not current: ${p.stale.slice(0, 5).join(', ')}${p.stale.length > 5 ? ` and ${p.stale.length - 5} more` : ''}`,
    hint: () => 'run feat generate and commit the result',
    explain:
      '`feat generate --check` compares the files under generated/ with what the definitions give now: a listed file is missing, differs, or has no definition any more.',
  }),
  F713: entry<{ readonly path: string; readonly why: string; readonly doing: 'read' | 'written' }>({
    severity: 'error',
    message: p => `${p.path} cannot be ${p.doing}: ${p.why}`,
    explain: 'The operating system refused to read or write the file.',
  }),
  F714: entry<{ readonly count: number }>({
    severity: 'error',
    message: p => `the plan cannot be applied: ${p.count === 1 ? 'one change is' : `${p.count} changes are`} blocked`,
    hint: () => 'each is listed in the plan with its reason',
    explain:
      'The plan holds changes that feat refuses to make as they stand: destroying without --allow-destroy, touching something protected, or something that is not ours.',
  }),
  F715: entry<{ readonly target: string }>({
    severity: 'error',
    message: p => `target '${p.target}' is a Snowflake account, and sample data goes only into an embedded warehouse`,
    hint: () => 'name a duckdb target with --target',
    explain: '`feat fixture` replaces raw tables. It does so only in the embedded warehouse of a duckdb target, never in an account.',
  }),
  F716: entry<{ readonly feature: string; readonly view: string }>({
    severity: 'error',
    message: p => `${p.feature} has no value yet: it was not applied, so that '${p.view}' does not show it`,
    hint: () => 'feat apply, then feat materialize; without --key its definition is shown',
    explain: '`feat show --key` reads a value from the public view of the feature. The view, or its column for this feature, comes with `feat apply`.',
  }),
  F717: entry<{ readonly now: string; readonly clock: string }>({
    severity: 'error',
    message: p => `--now ${p.now} is later than the clock of this machine, which shows ${p.clock}`,
    hint: () => 'give a time that has passed, or leave --now away; feat materialize --estimate --now shows what will be due, and computes nothing',
    explain:
      'What is computed at a point counts as complete up to `--now`: rows that arrive later, though in time, would count as late and stay out. A command that writes therefore takes no moment to come, but for a few minutes by which clocks differ.',
  }),
}
