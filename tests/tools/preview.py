"""A running preview of a collection, for laws that ask what it shows.

    preview = Preview(folder)              # starts `samling serve` on it
    edition = preview.told()["edition"]
    … something is saved …
    preview.wait(edition)
    preview.get("/index.html")             # (200, b"…")
    fault = preview.end()                  # None if it ended as it should

SAMLING is the program. It listens on a port that was free."""
import http.client, json, os, pathlib, shutil, signal, socket, subprocess, tempfile, threading, time

SAMLING = os.environ["SAMLING"]
SCRIPT = b'<script src="/_samling/live.js" defer></script>'  # what the preview adds to a page


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as found:
        return found.getsockname()[1]


class Preview:
    def __init__(self, root, **how):
        self.root = pathlib.Path(root)
        self.said = tempfile.TemporaryFile("w+")
        self.server = subprocess.Popen([SAMLING, "serve", "--lang", "en", "-C", root, "--port", str(free_port())],
                                       stdout=subprocess.PIPE, stderr=self.said, text=True, **how)
        line = self.server.stdout.readline()
        if "localhost:" not in line:
            self.server.wait()
            raise AssertionError(f"samling serve kom ikke i gang: {line}{self.errors()}")
        self.port = int(line.split("localhost:")[1].rstrip("/\n"))
        self.asks = http.client.HTTPConnection("localhost", self.port)
        threading.Thread(target=self.server.stdout.read, daemon=True).start()  # or a full pipe would stop it

    def ask(self, path):
        self.asks.request("GET", path)
        answer = self.asks.getresponse()
        return answer.status, answer.read().replace(SCRIPT, b"")

    def get(self, path):
        try:
            return self.ask(path)
        except ConnectionError:  # who asks for nothing for a while is sent away, and comes anew
            self.asks.close()
            return self.ask(path)

    def told(self):
        return json.loads(self.get("/_samling/findings.json")[1])

    def faults(self):
        """The errors that it tells of: rules, files and lines."""
        return sorted((row["rule"], row.get("file", ""), row.get("line") or 1) for row in self.told()["findings"] if row["severity"] == "error")

    def wait(self, edition, most=5):
        """Waits until the preview has seen a change, and no other comes."""
        until = time.monotonic() + most
        while self.told()["edition"] == edition and time.monotonic() < until:
            time.sleep(0.01)
        now = None
        while now != self.told()["edition"]:
            now = self.told()["edition"]
            time.sleep(0.04)  # longer than the calm

    def errors(self):
        """What it has written to standard error."""
        self.said.seek(0)
        return self.said.read()

    def differences(self, site):
        """What it serves otherwise than a built site has it."""
        found = []
        for path in sorted(path for path in site.rglob("*") if path.is_file() and path.name != "SHA256SUMS"):
            name = str(path.relative_to(site))
            status, got = self.get("/" + name)
            if status != 200 or got != path.read_bytes():
                found.append(f"{name} ({status})")
        return found

    def end(self):
        """Ends it as Ctrl-C does. Returns what went wrong, or None."""
        if self.server.poll() is None:
            self.server.send_signal(signal.SIGINT)
        try:
            self.server.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self.server.kill()
            return "serve tar ikke slutt av Ctrl-C"
        return f"serve endte med {self.server.returncode}: {self.errors()[-3000:]}" if self.server.returncode else None


def build(root, site):
    """Builds what lies in a folder anew. Returns the result, and leaves nothing beside the site."""
    shutil.rmtree(site, ignore_errors=True)
    done = subprocess.run([SAMLING, "build", "--no-sync", "--lang", "en", "-C", root, "--output", site], capture_output=True, text=True)
    (site.parent / f".{site.name}.built").unlink(missing_ok=True)
    return done


def checked(root):
    """The errors that `samling check` finds, as faults() has them."""
    done = subprocess.run([SAMLING, "check", "--lang", "en", "--format", "json", "-C", root], capture_output=True, text=True)
    return sorted((row["rule"], row["file"] or "", row["line"] or 1) for row in json.loads(done.stdout)["findings"] if row["severity"] == "error")
