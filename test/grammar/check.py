"""Judges Snowflake statements by two parsers that know nothing of ours.

Reads a JSON array of statements on stdin and answers with one of the same length: null where both parsers accept the
statement, else what the first of them objects to.
"""
import json
import logging
import sys
from multiprocessing import Pool

import sqlglot
from sqlfluff.core import FluffConfig, Linter
from sqlglot.errors import SqlglotError

logging.disable(logging.CRITICAL)
LINTER = Linter(config=FluffConfig(overrides={"dialect": "snowflake", "templater": "raw"}))


def by_sqlglot(sql):
    """A statement that it does not know becomes a bare command there, which says nothing: left to the other parser."""
    try:
        parsed = sqlglot.parse(sql, dialect="snowflake")
    except SqlglotError as error:
        return f"sqlglot: {error}"
    return None if len(parsed) == 1 and parsed[0] is not None else f"sqlglot: {len(parsed)} statements"


def by_sqlfluff(sql):
    parsed = LINTER.parse_string(sql + "\n")
    if parsed.tree is None:
        return f"sqlfluff: {[v.desc() for v in parsed.violations]}"
    for part in parsed.tree.recursive_crawl("unparsable"):
        return f"sqlfluff: cannot parse {part.raw[:200]!r}"
    statements = [part for part in parsed.tree.recursive_crawl("statement", recurse_into=False)]
    return None if len(statements) == 1 else f"sqlfluff: {len(statements)} statements"


def judge(sql):
    return by_sqlglot(sql) or by_sqlfluff(sql)


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
