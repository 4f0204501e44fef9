import { didYouMean, entry, oneOf } from './entry.ts'

/** What a definition used that it may not: the words as written, e.g. `Date.now` or `setTimeout`. */
export interface Used {
  readonly what: string
}

export interface Named {
  readonly name: string
  readonly near: string | null
}

export const loadCodes = {
  F100: entry<{ readonly expected: readonly string[] }>({
    severity: 'error',
    message: p => `found no project: expected ${oneOf(p.expected)}`,
    hint: () => 'run `feat init` for a new project, or run the command in the folder of an existing one',
    explain:
      'A project is a folder with a file features.config.ts, which names the project and its targets, beside a folder features/. Neither the current folder nor the one given holds such a file.',
  }),
  F101: entry<{ readonly files: readonly string[] }>({
    severity: 'error',
    message: p => `found ${p.files.length} configs: ${p.files.join(', ')}`,
    hint: () => 'keep one of them',
    explain: 'A project has one config. Were one of several chosen silently, an edit of the other would have no effect.',
  }),
  F102: entry<{ readonly file: string }>({
    severity: 'error',
    message: p => `${p.file} exports no config`,
    hint: () => "write `export const config = defineConfig({ ... })`, with defineConfig from 'featplan'",
    explain: 'The config is what features.config.ts exports, under any name or as its default export, made by defineConfig.',
  }),
  F103: entry<{ readonly file: string; readonly names: readonly string[] }>({
    severity: 'error',
    message: p => `${p.file} exports several configs: ${p.names.join(', ')}`,
    hint: () => 'export one; use targets for several places to deploy to',
    explain: 'A project has one config. Several places to deploy to are targets of it, several copies in one place are environments.',
  }),
  F104: entry<{ readonly path: string; readonly problem: string }>({
    severity: 'error',
    message: p => `config: ${p.path === '' ? '' : `${p.path}: `}${p.problem}`,
    explain:
      'The config does not have the shape that defineConfig takes. TypeScript shows the same mistake in the editor; this message is for JavaScript and for what got past the types.',
  }),
  F105: entry<Named & { readonly targets: readonly string[] }>({
    severity: 'error',
    message: p => `the config's default target '${p.name}' is not one of its targets: expected ${oneOf(p.targets.map(t => `'${t}'`))}`,
    hint: didYouMean,
    explain: 'The option defaultTarget names the target that commands use without --target. It must be a key of targets.',
  }),
  F106: entry<{ readonly folder: string }>({
    severity: 'error',
    message: p => `found no definitions: ${p.folder}/ holds no .ts, .mts or .js file`,
    hint: p => `put the entities, sources and feature views into files under ${p.folder}/`,
    explain: 'Every .ts, .mts and .js file under features/ is read, except *.d.ts and *.test.ts. There is none.',
  }),
  F107: entry<{ readonly folder: string; readonly files: number }>({
    severity: 'warning',
    message: p => `the files under ${p.folder}/ (${p.files}) export no definition`,
    hint: () => 'write `export` before each definition: what is not exported does not exist',
    explain: 'What a module under features/ exports is what exists: a definition that is only assigned to a constant is not part of the project.',
  }),
  F110: entry<{ readonly problem: string }>({
    severity: 'error',
    message: p => `does not compile: ${p.problem}`,
    explain:
      'The file is no valid TypeScript or JavaScript, or uses something that a definition cannot, such as top-level await. The position is where reading stopped.',
  }),
  F111: entry<{ readonly path: string; readonly near: string | null }>({
    severity: 'error',
    message: p => `found nothing to import under '${p.path}'`,
    hint: p =>
      didYouMean(p) ?? (p.path.startsWith('.') ? 'the path is relative to this file' : `install the package, or write './${p.path}' for a file of the project`),
    explain: 'The import names a file that is not there or a package that is not installed. Relative paths start with ./ or ../.',
  }),
  F112: entry<{ readonly module: string }>({
    severity: 'error',
    message: p => `a definition cannot use '${p.module}'`,
    hint: () => "write the value into the definition, or read it in the config by env('NAME')",
    explain:
      'Definitions are pure: the same files must give the same plan on every machine and at any time. Modules of Node reach the disk, the network, the clock and the environment, so they are refused, also where an imported package uses them.',
  }),
  F113: entry<{ readonly loop: readonly string[] }>({
    severity: 'error',
    message: p => `files import each other in a loop: ${p.loop.join(' -> ')}`,
    hint: () => 'move what both need (entities, sources, windows) into a file of its own that imports neither',
    explain: 'In a loop of imports one file runs before what it needs exists, so definitions would read undefined. `import type` does not count.',
  }),
  F114: entry<Named & { readonly module: string }>({
    severity: 'error',
    message: p => `'${p.module}' exports no '${p.name}'`,
    hint: didYouMean,
    explain: 'The imported file or package has no export of that name.',
  }),
  F120: entry<Used>({
    severity: 'error',
    message: p => `a definition cannot use ${p.what}: it depends on the clock or the time zone of the machine`,
    hint: () => "write times as text ('2026-01-31') and lengths of time as durations ('30d'); what is relative to now is a window",
    explain:
      'Definitions are pure: the same files must give the same plan tomorrow. With a clock every plan would differ from the last one and features would be rebuilt without a change.',
  }),
  F121: entry<Used>({
    severity: 'error',
    message: p => `a definition cannot use ${p.what}: it gives another value each time`,
    hint: () => 'write the value down; a sample of rows is chosen by a hash of their key',
    explain: 'Definitions are pure: the same files must give the same plan each time. With random values every plan would show a change.',
  }),
  F122: entry<Used>({
    severity: 'error',
    message: p => `a definition cannot use ${p.what}: it depends on the machine and its environment`,
    hint: () => "in the config, env('NAME') stands for a variable of the environment; features are the same everywhere",
    explain:
      "Definitions are pure: they give the same plan on each machine. What differs by environment belongs to the targets of the config, as env('NAME'), which is read when a command connects and is never recorded.",
  }),
  F123: entry<Used>({
    severity: 'error',
    message: p => `a definition cannot use ${p.what}: it reaches the network`,
    hint: () => 'fetch the value beforehand and keep it in a file of the project, or declare it as a source',
    explain: 'Definitions are pure and load offline. A value that comes from outside would change the plan without a change of the project.',
  }),
  F124: entry<Used>({
    severity: 'error',
    message: p => `a definition cannot use ${p.what}: definitions are read in one go and nothing runs later`,
    hint: () => 'declare it directly, without waiting',
    explain: 'A module of definitions runs once, from top to bottom. Timers, promises and async functions would run after the definitions were read.',
  }),
  F125: entry<Used>({
    severity: 'error',
    message: p => `a definition cannot use ${p.what}: code in text cannot be checked or located`,
    hint: () => 'write a function',
    explain: 'Code in text (eval, new Function) hides from the loader what is imported and used, so that it cannot tell when a definition changed.',
  }),
  F126: entry<{ readonly error: string }>({
    severity: 'error',
    message: p => `the definitions stopped here with ${p.error}`,
    explain: 'The module threw while it ran, so what it and the files that import it declare is unknown.',
  }),
  F127: entry<{ readonly seconds: number }>({
    severity: 'error',
    message: p => `the definitions were still running after ${p.seconds} s`,
    hint: () => 'look for a loop without end',
    explain: 'Modules of definitions only declare; they are stopped when they run that long.',
  }),
  F128: entry<{ readonly text: string }>({
    severity: 'warning',
    message: p => `console: ${p.text}`,
    hint: () => 'remove it when done',
    explain: 'A definition printed something. It is shown as a diagnostic, so that the output of commands stays readable by programs.',
  }),
  F130: entry<{ readonly path: string; readonly found: string }>({
    severity: 'error',
    message: p => `a definition is plain data: found ${p.found} at ${p.path}`,
    hint: () => 'use texts, finite numbers, true, false, null, lists and records',
    explain: 'Definitions are stored, compared and hashed, so they hold only what JSON can: no functions, dates, big integers, NaN or infinite numbers.',
  }),
}
