"""Drives a program in a pseudo-terminal.

Reads {"argv", "cwd", "columns", "rows", "steps"} as JSON from standard input. A step waits until the output since the
last step holds its "until", then types its "send"; "close" closes the terminal instead. Prints {"output", "status"} as
JSON; a status from a signal is negative.
"""

import fcntl
import json
import os
import select
import struct
import sys
import termios
import time

LIMIT = 60.0


def main():
    job = json.load(sys.stdin)
    pid, terminal = os.forkpty()
    if pid == 0:
        size = struct.pack("HHHH", job["rows"], job["columns"], 0, 0)
        fcntl.ioctl(0, termios.TIOCSWINSZ, size)
        os.chdir(job["cwd"])
        os.execvp(job["argv"][0], job["argv"])
    output = b""
    seen = 0
    for step in job["steps"]:
        wanted = step["until"].encode()
        deadline = time.time() + LIMIT
        while wanted not in output[seen:]:
            chunk = read(terminal, deadline)
            if chunk is None:
                return report(pid, output, "waited for " + step["until"])
            output += chunk
        seen = len(output)
        if step.get("close"):
            os.close(terminal)
            return report(pid, output, None)
        os.write(terminal, step["send"].encode())
    deadline = time.time() + LIMIT
    while (chunk := read(terminal, deadline)) is not None:
        output += chunk
    report(pid, output, None)


def read(terminal, deadline):
    ready, _, _ = select.select([terminal], [], [], max(0, deadline - time.time()))
    if not ready:
        return None
    try:
        return os.read(terminal, 65536) or None
    except OSError:
        return None


def report(pid, output, problem):
    deadline = time.time() + LIMIT
    done, status = os.waitpid(pid, os.WNOHANG)
    while done == 0 and time.time() < deadline:
        time.sleep(0.02)
        done, status = os.waitpid(pid, os.WNOHANG)
    if done == 0:
        os.kill(pid, 9)
        os.waitpid(pid, 0)
        problem = problem or "did not end"
    code = os.waitstatus_to_exitcode(status)
    print(json.dumps({"output": output.decode("utf-8", "replace"), "status": code, "problem": problem}))


main()
