"""fakesnow as a server for the Node driver: Snowflake SQL that somebody else parses, and runs on DuckDB.

Its answers are Arrow, which that driver does not read: they go out as the rows of text that a real server sends by
default. Prints the port that it got and serves until its input ends, so that it does not outlive who started it.
"""
import base64
import datetime
import gzip
import json
import logging
import os
import socket
import sys
import threading
import warnings

import fakesnow.server as fakesnow
import pyarrow
import uvicorn
from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route


def cell(value, column):
    """A value as text, in the way of the JSON form of results."""
    kind = column["type"]
    if value is None:
        return None
    if isinstance(value, dict):
        if value["epoch"] is None:
            return None
        zone = f" {value['timezone']}" if kind == "timestamp_tz" else ""
        return f"{value['epoch']}.{value['fraction']:09d}{zone}"
    if kind == "boolean":
        return "1" if value else "0"
    if kind == "date":
        return str((value - datetime.date(1970, 1, 1)).days)
    if kind == "time":
        return f"{value // 10**9}.{value % 10**9:09d}"
    if isinstance(value, bytes):
        return value.hex().upper()
    return repr(value) if isinstance(value, float) else str(value)


def rows(data):
    if not data["rowsetBase64"]:
        return []
    table = pyarrow.ipc.open_stream(base64.b64decode(data["rowsetBase64"])).read_all()
    columns = [column.to_pylist() for column in table.columns]
    return [[cell(v, c) for v, c in zip(row, data["rowtype"])] for row in zip(*columns)]


def as_rows_of_text(data):
    if data.get("queryResultFormat") == "arrow":
        data["rowset"] = rows(data)
        del data["rowsetBase64"]
        data["queryResultFormat"] = "json"
    if "rowset" in data:
        data["total"] = data["returned"] = len(data["rowset"])


def refusal(answer):
    """An error that the driver neither sends again nor waits for: with a state, and not as a fault of the server."""
    data = answer.get("data") or {}
    code = str(answer.get("code") or data.get("errorCode") or "000603")
    message = answer.get("message") or "no message"
    return {"data": {"errorCode": code, "sqlState": data.get("sqlState") or "XX000"}, "code": code, "message": message, "success": False}


async def query(request):
    try:
        response = await fakesnow.query_request(request)
        answer = json.loads(response.body)
        if answer.get("success"):
            as_rows_of_text(answer.get("data") or {})
    except Exception as error:  # it meets what it was not made for in many ways
        answer = {"message": f"{type(error).__name__}: {error}"}
    return JSONResponse(answer if answer.get("success") else refusal(answer))


# What our sessions are set to (UTC, weeks from Monday, names as quoted) is how it is anyway; it takes one setting at a time.
TAKEN_AS_DONE = [r"ALTER SESSION SET TIMEZONE = 'UTC' WEEK_START = 1 "]


async def login(request):
    response = await fakesnow.login_request(request)
    for connection in fakesnow.sessions.values():
        connection.nop_regexes = TAKEN_AS_DONE
    return response


async def load(request):
    """Rows of a Parquet file into a table that is there, by position."""
    asked = await request.json()
    table = ".".join('"' + part.replace('"', '""') + '"' for part in asked["table"])
    fakesnow.shared_fs.duck_conn.cursor().execute(f"INSERT INTO {table} SELECT * FROM read_parquet(?)", [asked["file"]])
    return done(request)


def done(_):
    return JSONResponse({"data": None, "code": None, "message": None, "success": True})


def routes():
    own = {fakesnow.login_request: login, fakesnow.query_request: query}
    more = [Route("/telemetry/send", done, methods=["POST"]), Route("/load", load, methods=["POST"])]
    return more + [Route(r.path, own[r.endpoint], methods=["POST"]) if r.endpoint in own else r for r in fakesnow.routes]


def main():
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    listening.listen()
    server = uvicorn.Server(uvicorn.Config(Starlette(routes=routes()), log_level="critical"))
    threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=True).start()
    print(listening.getsockname()[1], flush=True)
    server.run(sockets=[listening])


if __name__ == "__main__":
    main()
