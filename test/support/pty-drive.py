r"""Drives a program in a pseudo-terminal.

Reads {"argv", "cwd", "columns", "rows", "env", "steps"} as JSON from standard input; an empty variable is unset. A step waits until the output since
the last step holds its "until", sleeps its "pause" if any, and then does one of: "send" types text, "resize" changes the
size to [columns, rows], "signal" sends a signal, "close" closes the terminal. Prints {"output", "marks", "status",
"problem"} as JSON; line ends are "\n" in it; "marks" are the lengths of the output when each step was done, and a status from a signal is negative.
"""

import fcntl
import json
import os
import select
import struct
import sys
import termios
import time

LIMIT = 20.0
WHOLE = 60.0
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
    output = b""
    seen = 0
    marks = []
    for step in job["steps"]:
        wanted = step.get("until", "").encode()
        deadline = time.time() + LIMIT
        while (found := output.find(wanted, seen)) < 0:
            chunk = read(terminal, deadline)
            if chunk is None:
                return report(pid, output, marks, "waited for " + step["until"])
            output = (output + chunk).replace(b"\r\n", b"\n")
        seen = found + len(wanted)
        marks.append(len(output.decode("utf-8", "replace")))
        time.sleep(step.get("pause", 0))
        if step.get("close"):
            os.close(terminal)
            return report(pid, output, marks, None)
        if "resize" in step:
            resize(terminal, *step["resize"])
        elif "signal" in step:
            os.kill(pid, step["signal"])
        elif "send" in step:
            os.write(terminal, step["send"].encode())
    deadline = time.time() + LIMIT
    while (chunk := read(terminal, deadline)) is not None:
        output = (output + chunk).replace(b"\r\n", b"\n")
    report(pid, output, marks, None)


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


def report(pid, output, marks, problem):
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
    print(json.dumps({"output": text, "marks": marks, "status": code, "problem": problem}))


main()
