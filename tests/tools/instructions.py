"""How many instructions a program takes, under valgrind: a number that does not depend on the machine's load.

In Python: `from instructions import can_count, count`."""
import re, shutil, subprocess, sys


def can_count():
    return bool(shutil.which("valgrind"))


def count(command):
    """Those of a command, however it ends. Without a number the test ends. Cachegrind only counts;
    callgrind, which sees who calls whom, takes twice as long."""
    done = subprocess.run(["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null", *command],
                          capture_output=True, text=True)
    found = re.search(r"I +refs: +([\d,]+)", done.stderr)
    if not found:
        sys.exit(f"{command}: {done.stderr[-500:]}")
    return int(found[1].replace(",", ""))
