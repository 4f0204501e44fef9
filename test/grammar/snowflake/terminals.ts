import type { Terminal } from '../match.ts'
import type { Token } from './tokens.ts'
import { contentOf } from './tokens.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Words that no name without quotes may be. */
export const reserved = words(`
  ALL ALTER AND ANY AS BETWEEN BY CASE CAST CHECK COLUMN CONNECT CONSTRAINT CREATE CROSS CURRENT CURRENT_DATE CURRENT_TIME
  CURRENT_TIMESTAMP CURRENT_USER DELETE DISTINCT DROP ELSE EXISTS FALSE FOLLOWING FOR FROM FULL GRANT GROUP HAVING ILIKE IN
  INCREMENT INNER INSERT INTERSECT INTO IS JOIN LATERAL LEFT LIKE LOCALTIME LOCALTIMESTAMP MINUS NATURAL NOT NULL OF ON OR ORDER
  QUALIFY REGEXP REVOKE RIGHT RLIKE ROW ROWS SAMPLE SELECT SET SOME START TABLE TABLESAMPLE THEN TO TRIGGER TRUE TRY_CAST UNION UNIQUE UPDATE
  USING VALUES WHEN WHENEVER WHERE WITH
`)

/** Words that begin what may follow an expression or a table, so that they are no alias without AS. */
const following = words(`
  ASOF AT BEFORE CHANGES DO END EXCEPT FETCH IGNORE LIMIT LOOP MATCH_CONDITION MATCH_RECOGNIZE OFFSET OVER PIVOT RENAME RESPECT SEED UNPIVOT WITHIN
`)

/** What a date function takes as the part of a date: names of the documentation and their abbreviations. */
const dateParts = words(`
  YEAR Y YY YYY YYYY YR YEARS YRS MONTH MM MON MONS MONTHS DAY D DD DAYS DAYOFMONTH WEEK W WK WEEKOFYEAR WOY WY QUARTER Q QTR QTRS QUARTERS
  HOUR H HH HR HOURS HRS MINUTE M MI MIN MINUTES MINS SECOND S SEC SECONDS SECS MILLISECOND MS MSEC MILLISECONDS MICROSECOND US USEC MICROSECONDS
  NANOSECOND NS NSEC NANOSEC NSECOND NANOSECONDS NANOSECS NSECONDS
`)
const moreParts = words(`
  DAYOFWEEK WEEKDAY DOW DW DAYOFWEEK_ISO WEEKDAY_ISO DOW_ISO DW_ISO DAYOFWEEKISO DAYOFYEAR YEARDAY DOY DY WEEK_ISO WEEKISO WEEKOFYEARISO WEEKOFYEAR_ISO
  YEAROFWEEK YEAROFWEEKISO EPOCH_SECOND EPOCH EPOCH_SECONDS EPOCH_MILLISECOND EPOCH_MILLISECONDS EPOCH_MICROSECOND EPOCH_MICROSECONDS EPOCH_NANOSECOND
  EPOCH_NANOSECONDS TIMEZONE_HOUR TZH TIMEZONE_MINUTE TZM
`)

function isBare(token: Token, bare: ReadonlySet<string> | null): boolean {
  return token.kind === 'word' && !reserved.has(token.text) && (bare === null || bare.has(token.text))
}

function said(token: Token): string {
  return token.kind === 'text' || token.kind === 'body' ? contentOf(token).text : token.text
}

/** A text between quotes whose content looks so. */
function textLike(label: string, shape: RegExp): Terminal {
  return { label, test: token => token.kind === 'text' && shape.test(said(token)) }
}

function part(label: string, among: readonly ReadonlySet<string>[]): Terminal {
  return { label, test: token => (token.kind === 'word' || token.kind === 'text') && among.some(a => a.has(said(token).toUpperCase())) }
}

const duration = '[1-9]\\d* (second|minute|hour|day)s?'
const cron = 'using cron( +[-\\d*/,LW#A-Za-z]+){5} +[A-Za-z_]+(/[A-Za-z_]+)*'

/** The kinds of tokens that rules name, beside keywords and signs. */
export const terminals: Readonly<Record<string, Terminal>> = {
  identifier: { label: 'a name', test: (token, bare) => token.kind === 'quoted' || isBare(token, bare) },
  'loose-identifier': { label: 'a name', test: (token, bare) => bare === null && (token.kind === 'quoted' || isBare(token, bare)) },
  'short-alias': { label: 'an alias', test: (token, bare) => token.kind === 'quoted' || (isBare(token, bare) && !following.has(token.text)) },
  'path-step': { label: 'a step of a path', test: token => token.kind === 'quoted' || token.kind === 'word' },
  text: { label: 'a text', test: token => token.kind === 'text' || token.kind === 'body' },
  'quoted-text': { label: 'a text', test: token => token.kind === 'text' },
  integer: { label: 'an integer', test: token => token.kind === 'number' && /^\d+$/.test(token.text) },
  number: { label: 'a number', test: token => token.kind === 'number' },
  variable: { label: 'a variable', test: token => token.kind === 'variable' },
  'date-part': part('a part of a date', [dateParts]),
  'any-part': part('a part of a date', [dateParts, moreParts]),
  'weekday-text': textLike('a day of the week', /^[a-z]+$/i),
  'interval-text': textLike('a length of time', /^[-+]?(\d+(\.\d+)?|\d+[-: ][-:. \d]*)( *[a-z]+)?( *, *[-+]?\d+(\.\d+)? *[a-z]+)*$/i),
  'lag-text': textLike("a lag such as '5 minutes'", new RegExp(`^${duration}$`, 'i')),
  'task-schedule': textLike("'N MINUTES' or 'USING CRON ...'", new RegExp(`^([1-9]\\d* *(h|hours?|m|minutes?|s|seconds?)|${cron})$`, 'i')),
  'alert-schedule': textLike("'N MINUTE' or 'USING CRON ...'", new RegExp(`^([1-9]\\d* *(h|hours?|m|minutes?|s|seconds?)|${cron})$`, 'i')),
  'metric-schedule': textLike(
    "'N MINUTE', 'USING CRON ...' or 'TRIGGER_ON_CHANGES'",
    new RegExp(`^((5|15|30|60|720|1440) minutes?|${cron}|trigger_on_changes)$`, 'i'),
  ),
  'size-text': textLike(
    'a size of a warehouse',
    /^(x-?small|small|medium|large|x-?large|xx-?large|2x-?large|xxx-?large|3x-?large|x4large|4x-?large|5x-?large|x5large|6x-?large|x6large)$/i,
  ),
  'standard-text': textLike("'STANDARD' or 'SNOWPARK-OPTIMIZED'", /^(standard|snowpark-optimized)$/i),
  'scaling-text': textLike("'STANDARD' or 'ECONOMY'", /^(standard|economy)$/i),
  'constraint-text': textLike('a constraint of resources', /^(standard_gen_[12]|memory_(1|16|64)x(_x86)?)$/i),
  'mode-text': textLike('a word between quotes', /^[a-z_]+$/i),
}
