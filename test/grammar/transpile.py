"""Translates Snowflake queries into those of DuckDB, as sqlglot understands them: a second opinion on what ours mean.

Reads a JSON array of statements on stdin and answers with one of the same length; null where it cannot.
"""
import json
import sys

import sqlglot
from sqlglot.errors import ErrorLevel, SqlglotError


def transpile(sql):
    try:
        return sqlglot.transpile(sql, read="snowflake", write="duckdb", unsupported_level=ErrorLevel.RAISE)[0]
    except SqlglotError:
        return None


if __name__ == "__main__":
    json.dump([transpile(sql) for sql in json.load(sys.stdin)], sys.stdout)
