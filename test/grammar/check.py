"""Judges Snowflake statements by two parsers that know nothing of ours.

Reads a JSON array of statements on stdin and answers with one of the same length: what each parser objects to, null where
it accepts the statement.
"""
import json
import logging
import sys
from multiprocessing import Pool

import sqlglot
from sqlfluff.core import FluffConfig, Linter
from sqlglot import exp
from sqlglot.errors import SqlglotError

logging.disable(logging.CRITICAL)
LINTER = Linter(config=FluffConfig(overrides={"dialect": "snowflake", "templater": "raw"}))


def by_sqlglot(sql):
    try:
        parsed = sqlglot.parse(sql, dialect="snowflake")
    except SqlglotError as error:
        return f"sqlglot: {error}"
    if len(parsed) != 1 or parsed[0] is None:
        return f"sqlglot: {len(parsed)} statements"
    if isinstance(parsed[0], exp.Command):
        return "sqlglot: keeps it as a command without reading it"
    for call in parsed[0].find_all(exp.Anonymous):
        if not isinstance(call.parent, exp.Dot) and not call.name.upper().startswith("SYSTEM$"):
            return f"sqlglot: no function {call.name}"
    return None


def by_sqlfluff(sql):
    parsed = LINTER.parse_string(sql + "\n")
    try:
        tree = parsed.tree
    except AssertionError:  # where it cannot even tell the tokens
        tree = None
    if tree is None:
        return f"sqlfluff: {[v.desc() for v in parsed.violations]}"
    for part in tree.recursive_crawl("unparsable"):
        return f"sqlfluff: cannot parse {part.raw[:200]!r}"
    statements = [part for part in tree.recursive_crawl("statement", recurse_into=False)]
    return None if len(statements) == 1 else f"sqlfluff: {len(statements)} statements"


def judge(sql):
    return {"sqlglot": by_sqlglot(sql), "sqlfluff": by_sqlfluff(sql)}


def main():
    statements = json.load(sys.stdin)
    if len(statements) > 24:
        with Pool(2) as pool:
            answers = pool.map(judge, statements, chunksize=4)
    else:
        answers = [judge(sql) for sql in statements]
    json.dump(answers, sys.stdout)


if __name__ == "__main__":
    main()
