"""Which signatures a database really holds, read past the program."""

import sqlite3

from postgres import Server
from program import Program

QUERY = "SELECT mailbox FROM signature"


def in_sqlite(program: Program) -> list[str]:
    file = next(program.folder.glob("*.sqlite"))
    with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as database:
        return [row[0] for row in database.execute(QUERY)]


def in_postgres(server: Server, database: str) -> list[str]:
    return server.ask(QUERY, database)
