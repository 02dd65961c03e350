"""Reads what tests/bench/grown printed of one size."""

MADE = "making and writing the files"  # the stage that the families are parts of


class Measured:
    """All numbers of one size by their names: ("stage", "checking", "cpu"), ("kind", "sok/w", 2)."""

    def __init__(self, path):
        self.count, self.values, self.folders, table = int(path.stem), {}, {}, None
        for line in path.read_text(encoding="utf-8").splitlines():
            word, *row = line.split("\t")
            if row:
                self.put_line(word, row)
            else:
                table = {"stage": "stage", "files": "family", "": None}.get(line.split("  ")[0], table)
                self.put_row(table, line[:28].strip(), line[28:].split())
        spent = sum(number for key, number in self.values.items() if key[0] == "family" and key[2] == "cpu")
        self.values["stage", "around the files", "cpu"] = self.values.pop(("stage", MADE, "cpu")) - spent

    def put_row(self, table, name, numbers):
        """Of the first build: the second is told in the same form, and made less."""
        if not table or not numbers or not numbers[0][0].isdigit() or (table, name, "cpu") in self.values:
            return
        first, second, files, bytes = [*map(float, numbers), 0, 0][:4]
        cpu = second if table == "stage" else first + second
        if name != "in all":
            self.values[table, name, "cpu"] = cpu / 1e3
        elif table == "family":
            self.values |= {("all", "files", 0): files, ("all", "bytes", 0): bytes}

    def put_line(self, word, row):
        name, *numbers = row if not row[0].isdigit() else [word, *row]
        if word == "page" and "/" in name:
            name = "an entry"
        if word == "folder":
            self.folders[name] = int(numbers[0])
        self.values |= {(word, name, place): float(number) for place, number in enumerate(numbers)}
