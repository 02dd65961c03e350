"""Random edits of a collection, as people make them: to texts, titles, fields, files that come, go and move,
templates, strings, styles and settings. Laws that compare two ways to the same site use them.

    class Site(Edited): …
    site = Site(work, random.Random(1))       # lays the collection out in the folder
    rng.choice(EDITS)(site, step)
    site.take_back()                          # if the collection did not bear it
"""
import os, re, subprocess

from reader import Collection


def files(folder, pattern="*"):
    return sorted(path for path in folder.rglob(pattern) if path.is_file())


class Edited:
    def __init__(self, work, rng):
        self.root, self.rng, self.taken = work, rng, {}
        subprocess.run(["tests/tools/lay-collection", work], check=True)
        (work / "content/paths.txt").unlink(missing_ok=True)  # or pages could not go without an alias
        self.entries = work / "content" / Collection(work).folder

    def pick(self, folder, pattern):
        return self.rng.choice(files(folder, pattern))

    def put(self, path, data):
        """Writes a file, or removes it, and remembers what it was."""
        self.taken.setdefault(path, path.read_bytes() if path.exists() else None)
        if data is None:
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)

    def take_back(self):
        for path, data in self.taken.items():
            if data is None:
                path.unlink(missing_ok=True)
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)


def text(site, step):
    path = site.pick(site.root / "content", "*.md")
    site.put(path, path.read_bytes() + f"\nEt avsnitt til, nummer {step}.\n".encode())


def same_length(site, step):
    """A letter of a text becomes another one; the file is no longer than it was."""
    path = site.pick(site.entries, "*.md")
    head, body = path.read_bytes().rsplit(b"---\n", 1)
    site.put(path, head + b"---\n" + body.replace(b"e", b"a", 1 + step % 3))


def title(site, step):
    path = site.pick(site.root / "content", "*.md")
    site.put(path, re.sub(rb"(?m)^title: .*", f"title: En annen tittel, nummer {step}".encode(), path.read_bytes(), count=1))


def field(site, step):
    """A line of the front matter as another entry has it."""
    path, other = site.pick(site.entries, "*.md"), site.pick(site.entries, "*.md")
    rows = re.findall(rb"(?m)^((?!title|aliases|id)[a-z_]+:) *\S.*$", path.read_bytes().split(b"---\n")[1])
    if rows:
        key = site.rng.choice(rows)
        found = re.search(rb"(?m)^" + key + rb" *\S.*$", other.read_bytes())
        if found:
            site.put(path, re.sub(rb"(?m)^" + key + rb".*$", lambda _: found[0], path.read_bytes(), count=1))


def come(site, step):
    path = site.pick(site.entries, "*.md")
    new = re.sub(rb"(?m)^(aliases|id):.*\n(- .*\n|  .*\n)*", b"", path.read_bytes())
    site.put(path.parent / f"nytt-{step}.md", re.sub(rb"(?m)^title: .*", f"title: Nytt nummer {step}".encode(), new, count=1))


def go(site, step):
    site.put(site.pick(site.entries, "*.md"), None)


def move(site, step):
    path = site.pick(site.entries, "*.md")
    site.put(path.parent / f"flyttet-{step}.md", path.read_bytes())
    site.put(path, None)


def template(site, step):
    path = site.pick(site.root / "theme/templates", "*.mustache")
    site.put(path, path.read_bytes().rstrip() + f"\n<!-- {step} -->\n".encode())


def own_template(site, step):
    path = site.pick(site.root / "theme/templates", "*.mustache")
    site.put(site.root / "content/theme/templates" / path.name, path.read_bytes() + b"\n")


def names_the_index(site, step):
    """A page that has the name of the search index, which follows from all texts."""
    path = site.root / "theme/templates/page.mustache"
    site.put(path, re.sub(rb"(\{\{\$main\}\})", rb"\1<p>{{search_path}}</p>", path.read_bytes(), count=1))


def string(site, step):
    path = site.pick(site.root / "theme/strings", "*.yaml")
    rows = re.findall(rb"(?m)^[a-z_]+: [\w ]+$", path.read_bytes())
    if rows:
        row = site.rng.choice(rows)
        site.put(path, path.read_bytes().replace(row, row + b" nu", 1))


def style(site, step):
    path = site.pick(site.root / "theme/assets", "*.css")
    site.put(path, path.read_bytes() + f"\n/* {step} */\n".encode())


def setting(site, step):
    path = site.root / "content/site.yaml"
    site.put(path, re.sub(rb"(?m)^title: .*", f"title: Samling nummer {step}".encode(), path.read_bytes(), count=1))


def label(site, step):
    path = site.root / "content/schema.yaml"
    rows = re.findall(rb"(?m)^ +title: [\w ]+$", path.read_bytes())
    if rows:
        row = site.rng.choice(rows)
        site.put(path, path.read_bytes().replace(row, row + b" nu", 1))


def touch(site, step):
    os.utime(site.pick(site.root / site.rng.choice(["content", "theme"]), "*"))


EDITS = [text, text, text, same_length, title, field, field, come, go, move, template, own_template, names_the_index,
         string, style, setting, label, touch]
