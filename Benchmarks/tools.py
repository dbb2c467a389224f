"""The programs that the benchmark compares Socle with, and the one that sends the load."""

import re
import shutil
import subprocess
import time
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from machine import ROOT, free_port
from postgres import Server

HERE = ROOT / "Benchmarks"


@dataclass
class Run:
    rate: float
    p50: float
    p99: float


def wrk(url: str, seconds: float, *, script: str = "get.lua", arguments: tuple[str, ...] = (), encoding: str = "br") -> Run:
    """64 connections from two threads. A run in which anything went wrong is no result."""
    command = ["wrk", "-t2", "-c64", f"-d{seconds:g}s", "--timeout", "10s", "-s", f"Benchmarks/{script}"]
    done = subprocess.run(
        [*command, "-H", f"Accept-Encoding: {encoding}", url, "--", *arguments], cwd=ROOT, capture_output=True, text=True, check=True
    )
    result = dict(re.findall(r"(\w+)=([\d.]+)", re.search("RESULT .*", done.stdout).group()))
    if result["refused"] != "0" or result["broken"] != "0":
        raise RuntimeError(f"{url}: {done.stdout}")
    return Run(float(result["requests"]) / float(result["seconds"]), float(result["p50"]), float(result["p99"]))


@contextmanager
def running(command: list, url: str):
    """A server, from its first answer to the end of the block."""
    process = subprocess.Popen(list(map(str, command)), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for attempt in range(200):
            try:
                urllib.request.build_opener(urllib.request.ProxyHandler({})).open(url, timeout=5).read()
                break
            except OSError:
                if attempt == 199 or process.poll() is not None:
                    raise
                time.sleep(0.05)
        yield url
    finally:
        process.terminate()
        process.wait()


@contextmanager
def bare(program: Path, file: Path, kind: str, encoding: str):
    """A Hummingbird that does nothing but answer these bytes."""
    port = free_port()
    with running([program, port, file, kind, encoding], f"http://127.0.0.1:{port}/") as url:
        yield url


@contextmanager
def nginx(file: Path, kind: str, encoding: str):
    """nginx serving these bytes as a file."""
    port = free_port()
    configuration = (HERE / "nginx.conf").read_text()
    for name, value in {"FOLDER": str(file.parent), "PORT": str(port), "TYPE": kind, "ENCODING": encoding}.items():
        configuration = configuration.replace(name, value)
    written = file.parent / "nginx.conf"
    written.write_text(configuration)
    file.chmod(0o644)
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    with running([program, "-e", file.parent / "error.log", "-c", written], f"http://127.0.0.1:{port}/{file.name}") as url:
        yield url


def pgbench(server: Server, database: str, seconds: int) -> float:
    """Single inserts a second, from 64 clients."""
    done = subprocess.run(
        [server.binaries / "pgbench", "-n", "-M", "prepared", "-c", "64", "-j", "2", "-T", str(seconds)]
        + ["-f", HERE / "single-insert.sql", server.url(database)],
        capture_output=True, text=True, check=True,
    )
    return float(re.search(r"tps = ([\d.]+)", done.stdout).group(1))


SINGLE_INSERT = """
CREATE TABLE single_insert (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, campaign bigint NOT NULL, name text NOT NULL,
    name_key text NOT NULL, mailbox text NOT NULL, mailbox_key text NOT NULL, country text NOT NULL, language text NOT NULL,
    created_at bigint NOT NULL, UNIQUE (campaign, mailbox_key, name_key))
"""
