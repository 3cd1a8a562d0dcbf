"""Runs one program and prints what it took, in milliseconds: on the clock, and of the processor with all its threads. And its memory.

Node tells nothing of the processor's time of a process that it started. With --until TEXT the program is stopped once its
output ends with TEXT.
"""

import json
import os
import subprocess
import sys
import time

words = sys.argv[1:]
until = None
if words[0] == "--until":
    until = words[1].encode()
    words = words[2:]

began = time.perf_counter()
child = subprocess.Popen(
    words,
    stdin=subprocess.PIPE,
    stdout=subprocess.DEVNULL if until is None else subprocess.PIPE,
    stderr=subprocess.DEVNULL,
)
if until is not None:
    shown = b""
    while not shown.endswith(until):
        more = os.read(child.stdout.fileno(), 65536)
        if not more:
            sys.exit(f"{words} never showed {until}: {shown}")
        shown += more
    child.kill()
_, status, used = os.wait4(child.pid, 0)
wall = time.perf_counter() - began
code = os.waitstatus_to_exitcode(status)
print(
    json.dumps(
        {
            "code": code,
            "wall": wall * 1000,
            "cpu": (used.ru_utime + used.ru_stime) * 1000,
            "mb": used.ru_maxrss / 1024,
        }
    )
)
