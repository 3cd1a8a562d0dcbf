r"""Drives a program in a pseudo-terminal.

Reads {"argv", "cwd", "columns", "rows", "env", "steps", "turns"} as JSON from standard input; an empty variable is unset. With
"turns", long pages are read to their end. A step waits until the output since
the last step holds its "until" (with "pattern", matches it), sleeps its "pause" if any, and then does one of: "send" types
text, "resize" changes the size to [columns, rows], "signal" sends a signal, "close" closes the terminal. Prints {"output",
"marks", "waits", "status", "problem"} as JSON; line ends are "\n" in it; "marks" are the lengths of the output when each
step was done, "waits" the milliseconds from the send before it, and a status from a signal is negative.
"""

import fcntl
import json
import os
import re
import select
import struct
import sys
import termios
import time

LIMIT = 20.0
WHOLE = 90.0
START = time.time()


def main():
    job = json.load(sys.stdin)
    pid, terminal = os.forkpty()
    if pid == 0:
        os.chdir(job["cwd"])
        for name, value in job["env"].items():
            os.environ.pop(name, None)
            if value != "":
                os.environ[name] = value
        resize(0, job["columns"], job["rows"])
        os.execvp(job["argv"][0], job["argv"])
    resize(terminal, job["columns"], job["rows"])
    output = bytearray()
    seen = 0
    marks = []
    waits = []
    sent = time.perf_counter()
    for step in job["steps"]:
        wanted = pattern_of(step)
        deadline = time.time() + LIMIT
        while (found := wanted.search(output, seen)) is None or is_part(job, output, found):
            if found is not None:
                seen = found.end()
                os.write(terminal, b"\r")
                continue
            chunk = read(terminal, deadline)
            if chunk is None:
                return report(pid, output, [marks, waits], "waited for " + wanted.pattern.decode())
            add(output, chunk)
        waits.append((time.perf_counter() - sent) * 1000)
        seen = found.end()
        marks.append(len(output.decode("utf-8", "replace")))
        time.sleep(step.get("pause", 0))
        if step.get("close"):
            os.close(terminal)
            return report(pid, output, [marks, waits], None)
        if "resize" in step:
            resize(terminal, *step["resize"])
        elif "signal" in step:
            os.kill(pid, step["signal"])
        elif "send" in step:
            os.write(terminal, step["send"].encode())
        sent = time.perf_counter()
    deadline = time.time() + LIMIT
    while (chunk := read(terminal, deadline)) is not None:
        add(output, chunk)
    report(pid, output, [marks, waits], None)


def is_part(job, output, found):
    """Whether the prompt only waits for Enter before the rest of a long page."""
    lines = output[: found.end()].decode("utf-8", "replace").split("\n")
    return job.get("turns") is True and "Enter for more (" in " ".join(lines[-4:])


def add(output, chunk):
    if output.endswith(b"\r") and chunk.startswith(b"\n"):
        del output[-1:]
    output.extend(chunk.replace(b"\r\n", b"\n"))


def pattern_of(step):
    if "pattern" in step:
        return re.compile(step["pattern"].encode())
    return re.compile(re.escape(step.get("until", "")).encode())


def resize(terminal, columns, rows):
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


def read(terminal, deadline):
    last = min(deadline, START + WHOLE)
    ready, _, _ = select.select([terminal], [], [], max(0, last - time.time()))
    if not ready:
        return None
    try:
        return os.read(terminal, 65536) or None
    except OSError:
        return None


def report(pid, output, found, problem):
    marks, waits = found
    deadline = time.time() + (5 if problem else LIMIT)
    done, status = os.waitpid(pid, os.WNOHANG)
    while done == 0 and time.time() < deadline:
        time.sleep(0.02)
        done, status = os.waitpid(pid, os.WNOHANG)
    if done == 0:
        os.kill(pid, 9)
        _, status = os.waitpid(pid, 0)
        problem = problem or "did not end"
    text = output.decode("utf-8", "replace")
    code = os.waitstatus_to_exitcode(status)
    said = {"output": text, "marks": marks, "waits": waits, "status": code, "problem": problem}
    print(json.dumps(said))


main()
