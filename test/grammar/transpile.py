"""Translates Snowflake queries into those of DuckDB, as sqlglot understands them: a second opinion on what ours mean.

Reads a JSON array of statements on stdin and answers with one of the same length; null where it cannot.
"""
import json
import sys

import sqlglot
from sqlglot import exp
from sqlglot.errors import ErrorLevel, SqlglotError


def flattened_range(node):
    """FLATTEN of a range of integers, which it translates to no SQL: each integer in a row of its own."""
    found = node.find(exp.GenerateSeries) if isinstance(node, exp.TableFromRows) else None
    if found is None:
        return node
    numbers = exp.GenerateSeries(start=found.args["start"], end=exp.cast(found.args["end"], "bigint"), is_end_exclusive=True)
    rows = exp.select(exp.alias_(exp.Explode(this=numbers), "INDEX", quoted=True))
    return rows.subquery(exp.to_identifier(node.alias, quoted=True))


def text_of_json(node):
    """The text of a JSON value, where a plain cast would keep the quotes of a string."""
    if isinstance(node, exp.Cast) and isinstance(node.this, exp.GetExtract) and node.to.is_type("varchar"):
        return exp.func("JSON_EXTRACT_STRING", node.this.this, node.this.expression)
    return node


def transpile(sql):
    try:
        parsed = sqlglot.parse_one(sql, dialect="snowflake").transform(flattened_range).transform(text_of_json)
        return parsed.sql(dialect="duckdb", unsupported_level=ErrorLevel.RAISE)
    except SqlglotError:
        return None


if __name__ == "__main__":
    json.dump([transpile(sql) for sql in json.load(sys.stdin)], sys.stdout)
