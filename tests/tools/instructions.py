"""How many instructions a program takes, under valgrind: a number that does not depend on the machine's load.

In Python: `from instructions import can_count, count, count_by_folder`."""
import collections, pathlib, re, shutil, subprocess, sys, tempfile


def can_count():
    return bool(shutil.which("valgrind"))


def run(command, out):
    """What cachegrind says of a command, however it ends. Cachegrind only counts; callgrind, which
    sees who calls whom, takes twice as long."""
    done = subprocess.run(["valgrind", "--tool=cachegrind", "--cache-sim=no", f"--cachegrind-out-file={out}", *command],
                          capture_output=True, text=True)
    return done.stderr


def count(command):
    """Those of a command. Without a number the test ends."""
    said = run(command, "/dev/null")
    found = re.search(r"I +refs: +([\d,]+)", said)
    if not found:
        sys.exit(f"{command}: {said[-500:]}")
    return int(found[1].replace(",", ""))


def count_by_folder(command, source):
    """Those of the lines that stand in the folders of `source`, by folder, and by file and function: what
    is compiled into another file counts where it is written. Not those of libraries, which are others
    on other machines, and choose by its processor how they do their work."""
    folders, functions = collections.Counter(), collections.Counter()
    names = "|".join(path.name for path in pathlib.Path(source).iterdir() if path.is_dir())
    ours = re.compile(rf"fl=(?:.*/)?{pathlib.Path(source).name}/(({names})/[^/]*)$")
    with tempfile.NamedTemporaryFile("r") as out:
        said, found, function = run(command, out.name), None, ""
        for line in out:
            if line.startswith("fl="):
                found = ours.match(line.rstrip())
            elif line.startswith("fn="):
                function = line[3:].strip()
            elif found and line[:1].isdigit():
                folders[found[2]] += int(line.split()[1])
                functions[f"{found[1]} {function}"] += int(line.split()[1])
    if not folders:
        sys.exit(f"{command}: {said[-500:]}")
    return folders, functions
