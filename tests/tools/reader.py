#!/usr/bin/env python3
"""Reads a collection for the tests, so that none of them knows its folders, fields, terms or numbers.

    tests/tools/reader.py json [FOLDER]     all of it, for scripts in Node
    tests/tools/reader.py shell [FOLDER]    what laws in shell need, as variables

In Python: `from reader import Collection`. FOLDER has content/; without it the folder is
$SAMLING_COLLECTION, or the current one. It reads YAML with PyYAML and shares nothing with src/."""
import functools, json, os, pathlib, re, shlex, sys

try:
    import yaml
except ImportError: # the test that asks is skipped, in whatever language it is
    reason = "python3-yaml mangler (make test-deps)"
    print(f"echo '{reason}'; exit 77" if sys.argv[1:2] == ["shell"] else reason)
    sys.exit(77)

LANGUAGES = ("nb", "nn", "en")
LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a"})  # as addresses have them
ASKS = "\ue000"  # stands for `?`, which PyYAML is stricter about in { … } than YAML 1.2


class Loader(yaml.SafeLoader):
    """YAML 1.2's core schema, as editors read it: 2024-04-17 and `no` are text."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in rows if tag.rsplit(":")[-1] not in ("timestamp", "bool")]
    for first, rows in yaml.SafeLoader.yaml_implicit_resolvers.items()}
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|false)$"), list("tf"))


def restored(value):
    if isinstance(value, dict):
        return {restored(key): restored(item) for key, item in value.items()}
    if isinstance(value, list):
        return [restored(item) for item in value]
    return value.replace(ASKS, "?") if isinstance(value, str) else value


def read_yaml(text):
    return restored(yaml.load(text.replace("?", ASKS), Loader)) or {}


def read_document(path):
    """The fields of a file, and the text below them."""
    _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    return read_yaml(front), body


def listed(value):
    return value if isinstance(value, list) else [] if value is None else [value]


def words_of(text):
    return re.findall(r"\w+", text.lower())


def texts(field, value):
    """What of a field's value can be searched in, when the schema says so of it or of a part."""
    if field.get("x-search"):
        yield from (str(item) for item in listed(value))
    elif isinstance(value, list):
        for item in value:
            yield from texts(field.get("items", {}), item)
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from texts(field.get("properties", {}).get(name, {}), item)


def place(path, title, fields, body="", names=(), kind=""):
    return {"path": path, "title": title, "names": list(names), "summary": fields.get("summary", ""), "body": body, "kind": kind}


class Entry:
    def __init__(self, collection, path):
        self.fields, self.body = read_document(path)
        self.path, self.id, self.place = path, path.stem, path.parent.name
        self.title, self.lang = self.fields["title"], self.fields.get("lang", collection.language)
        self.file = str(path.relative_to(collection.root))
        self.address = f"{collection.path}/{self.place}/{self.id}.html"

    def values(self, facet):
        """The ids of the terms that it has of a facet."""
        if facet.is_folder:
            return [self.place]
        value = self.fields.get(facet.field, facet.default)
        if facet.is_truth:
            return list(facet.names) if value is True else []
        return [str(item) for item in listed(value)]


class Facet:
    """What readers can browse by. `names` has each value's names, by its id; the first is the one that is shown."""

    def __init__(self, collection, field, schema, is_folder=False):
        mark, inner = schema["x-browse"], schema.get("items", schema)
        self.field, self.is_folder, self.path, self.mark = field, is_folder, mark["path"], mark
        self.title, self.has_index = collection.said(mark["title"]), mark.get("index", False)
        self.default, self.is_truth = schema.get("default"), inner.get("type") == "boolean"
        self.folder = inner.get("x-terms")
        named = inner.get("x-values", {})
        self.texts = {} if self.folder else {id: (value, "") for id, value in named.items()}
        if self.folder:
            self.names = {id: [text for key in ("name", "short", "names") for text in listed(term.get(key))]
                          for id, term in collection.terms(self.folder).items()}
        elif self.is_truth:
            self.names = {field.replace("_", "-"): collection.names_of(named["true"])}
            self.texts = {id: (named["true"], "") for id in self.names}
        else:
            self.names = {id: collection.names_of(named[id]) for id in inner.get("enum", [])}


    def page_of(self, collection, id):
        """The page of a term."""
        fields, body = self.texts.get(id) or collection.term_file(self.folder, id)
        title, *names = self.names[id]
        address = re.sub("[^a-z0-9]+", "-", re.sub("^-", "minus-", id.lower()).translate(LETTERS)).strip("-")
        return place(f"{self.path}/{address}.html", title, fields, body, names, collection.noun(1, self.mark))


class Collection:
    def __init__(self, root=None):
        self.root = pathlib.Path(root or os.environ.get("SAMLING_COLLECTION") or ".")
        self.content = self.root / "content"
        self.settings = read_yaml((self.content / "site.yaml").read_text(encoding="utf-8"))
        self.schema = read_yaml((self.content / "schema.yaml").read_text(encoding="utf-8"))
        self.language = self.settings.get("language", "nb")
        self.marks = self.schema["x-entries"]
        self.folder, self.path = self.marks["folder"], self.marks["path"]
        self.fields = self.schema["properties"]
        self.places = self.schema["x-folder"]["x-terms"]

    def said(self, text):
        """A text of the schema in the collection's language."""
        return text if isinstance(text, str) else text.get(self.language) or next(iter(text.values()))

    def names_of(self, value):
        return [value[tag] for tag in (self.language, *LANGUAGES) if tag in value]

    def noun(self, count, mark):
        return self.said(mark["name"])["one" if count == 1 else "many"]

    def page(self, what):
        """The address of one of its pages: list, overview, print, compare, form; None when it has none."""
        path = self.path if what == "list" else self.marks.get(what)
        return path and f"{path}.html"

    def term_file(self, folder, id):
        """The fields and the text of a term; those of a number are empty."""
        return read_document(self.content / folder / f"{id}.md") if folder else ({}, "")

    @functools.cache
    def terms(self, folder):
        return {path.stem: read_document(path)[0] for path in sorted((self.content / folder).glob("*.md"))
                if path.stem != "README"}

    @functools.cached_property
    def facets(self):
        found = [Facet(self, self.schema["x-folder"]["field"], self.schema["x-folder"], True)]
        found += [Facet(self, name, field) for name, field in self.fields.items() if "x-browse" in field]
        for facet in found:  # numbers are their own names
            for entry in self.entries if not facet.names else ():
                facet.names |= {id: [id] for id in entry.values(facet)}
        return found

    @functools.cached_property
    def entries(self):
        found = [Entry(self, path) for path in sorted((self.content / self.folder).glob("*/*.md"))]
        return [entry for entry in found if entry.fields.get("draft") is not True]

    @property
    def vocabularies(self):
        """The folder of each field whose values are terms."""
        inner = {name: field.get("items", field) for name, field in self.fields.items()}
        return {name: field["x-terms"] for name, field in inner.items() if "x-terms" in field}

    @property
    def related(self):
        """The fields that name other entries."""
        return [name for name, field in self.fields.items() if field.get("items", field).get("x-entry")]

    @functools.cached_property
    def loose(self):
        """The entries that nothing leads to, and that have no former address: they may be renamed, or go."""
        files = [path.read_text(encoding="utf-8") for path in self.content.rglob("*.md")]
        linked = set(re.findall(r"([\w.-]+)\.md\b", "\n".join(files)))
        linked.update(id for entry in self.entries for name in self.related for id in listed(entry.fields.get(name)))
        return [entry for entry in self.entries if entry.id not in linked and "aliases" not in entry.fields]

    @functools.cached_property
    def sections(self):
        """The words of each heading that the schema asks entries for."""
        return [words_of(section["title"]) for field in self.fields.values()
                for listed_sections in field.get("x-sections", {}).values() for section in listed_sections]

    def body_searched(self, entry):
        """The body of an entry without those headings."""
        return re.sub(r"^#+[ \t]+(.*)$", lambda line: "" if words_of(line[1]) in self.sections else line[0],
                      entry.body, flags=re.MULTILINE)

    @functools.cached_property
    def other_pages(self):
        """What a search finds besides entries: text pages, lists of terms, and the terms that an entry has. In no order."""
        pages = {path.stem: read_document(path) for path in (self.content / "pages").glob("*.md") if path.stem != "README"}
        found = [place(f"{id}.html", fields["title"], fields, body, [id, *re.findall(r"^#+[ \t]+(.*)$", body, re.MULTILINE)])
                 for id, (fields, body) in pages.items()]
        for facet in self.facets:
            if facet.has_index:
                found.append(place(f"{facet.path}.html", facet.title, {}))
            used = {id for entry in self.entries for id in entry.values(facet)}
            found += [facet.page_of(self, id) for id in facet.names if id in used]
        return found

    def searched(self, entry):
        """The names and other texts that find an entry, but for its title, summary and body."""
        of_facets = [name for facet in self.facets for id in entry.values(facet) for name in facet.names[id]]
        of_fields = [text for name, field in self.fields.items() if name in entry.fields
                     for text in texts(field, entry.fields[name])]
        return of_facets + of_fields


def as_json(collection):
    return {
        "folder": collection.folder, "path": collection.path, "folders": collection.places,
        "pages": {what: collection.page(what) for what in ("list", "overview", "print", "compare", "form")},
        "search": collection.marks.get("search"), "language": collection.language, "related": collection.related,
        "facets": [{"field": facet.field, "path": facet.path, "title": facet.title, "index": facet.has_index,
                    "folder": facet.folder, "names": {id: names[0] for id, names in facet.names.items()}}
                   for facet in collection.facets],
        "entries": [{"id": entry.id, "file": entry.file, "address": entry.address, "lang": entry.lang,
                     "title": entry.title, "summary": entry.fields.get("summary", ""), "body": collection.body_searched(entry),
                     "names": collection.searched(entry),
                     "has": {facet.field: entry.values(facet) for facet in collection.facets}}
                    for entry in collection.entries],
        "places": collection.other_pages}


def counted(collection):
    """«3 methods, 2 phases»: the entries, and the terms of the facets that have a page."""
    counts = [(len(collection.entries), collection.marks)]
    counts += [(len(facet.names), facet.mark) for facet in collection.facets if facet.has_index]
    return ", ".join(f"{count} {collection.noun(count, mark)}" for count, mark in counts)


def as_shell(collection):
    """The loose entry is the first that may be renamed; it is empty when all are led to."""
    return {"folder": collection.folder, "path": collection.path, "search": collection.marks.get("search", ""),
            "counted": counted(collection), "place": collection.entries[0].place, "first": collection.entries[0].file, "loose": collection.loose[0].file if collection.loose else ""}


def main():
    form, collection = sys.argv[1], Collection(*sys.argv[2:3])
    if form == "json":
        json.dump(as_json(collection), sys.stdout, ensure_ascii=False)
    elif form == "shell":
        print("\n".join(f"{name}={shlex.quote(text)}" for name, text in as_shell(collection).items()))
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main()
