/** The frame of CATALOG.md; everything in it is computed before. */
export const catalogTemplate = `# The features of {{project}}

Made from the definitions by \`feat generate\`: {{counts}}.

## Entities

| entity | keys | owner | what it is |
|---|---|---|---|
{{#each entities}}
| \`{{name}}\` | {{keys}} | {{owner}} | {{description}} |
{{/each}}

## Sources

{{#each sources}}
### {{name}}

{{description}}

{{facts}}

| column | type | what it is |
|---|---|---|
{{#each columns}}
| \`{{name}}\` | {{type}} | {{description}} |
{{/each}}

{{/each}}
## Features

{{#each views}}
### {{name}}

{{description}}

{{facts}}

{{#each features}}
#### {{column}}

{{description}}

| | |
|---|---|
{{#each rows}}
| {{label}} | {{text}} |
{{/each}}

{{/each}}
{{/each}}
{{#each consumers}}
## {{title}}

| name | owner | what it is | of |
|---|---|---|---|
{{#each items}}
| \`{{name}}\` | {{owner}} | {{description}} | {{of}} |
{{/each}}

{{/each}}
## Targets

| target | engine | besides tables and views |
|---|---|---|
{{#each targets}}
| \`{{name}}\` | {{engine}} | {{text}} |
{{/each}}
`
