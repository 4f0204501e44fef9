import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { configDefaults, defineConfig } from 'vitest/config'

/** Tests that spawn the command line need it built first. */
const spawning = ['test/cli/**/*.test.ts', 'test/kill/**/*.test.ts', 'test/package/**/*.test.ts', 'test/docs/tutorial.test.ts']

export default defineConfig({
  resolve: { alias: { featplan: fileURLToPath(new URL('./compiler/dsl/index.ts', import.meta.url)) } },
  test: {
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // One worker per core: left alone, vitest keeps one for itself, which is half of a small machine.
    maxWorkers: availableParallelism(),
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...spawning],
          typecheck: { enabled: true, include: ['test/types/**/*.test-d.ts'], tsconfig: './tsconfig.json' },
        },
      },
      { extends: true, test: { name: 'command line', include: spawning, globalSetup: './test/build.ts' } },
    ],
  },
})
