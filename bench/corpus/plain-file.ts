/** Python that has nothing to do with neural networks, made up here: what most files of a tree are like. */
import { pick, sequence } from "./random.ts";

type Next = () => number;

const nouns = ["order", "invoice", "ticket", "session", "report", "device", "booking", "shipment"];

const header = `"""Records, how they are read, checked and written.

Rows come from files that other people export from their spreadsheets, so nothing about them is taken for granted: what
cannot be read is logged and left out. Amounts are in the currency of the row, dates in local time.
"""

import csv
import json
import logging
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Iterator, Optional

log = logging.getLogger(__name__)
`;

const record = (id: number, next: Next) => {
  const noun = pick(next, nouns);
  return `
@dataclass
class ${noun.toUpperCase()[0]}${noun.slice(1)}${id}:
    """One ${noun}, as the export has it.

    The columns are described in the manual of the program that writes them; those that are always empty are left out here.
    A missing amount counts as nothing, a missing note as none.
    """

    identifier: int
    created: datetime
    amount: float = ${(next() * 100).toFixed(2)}
    note: Optional[str] = None

    @classmethod
    def from_row(cls, row: dict[str, str]) -> "Optional[Any]":
        """Reads a row; returns None, and says so in the log, where it cannot be read."""
        try:
            # Some versions of the program write the date without a time, which is read as midnight.
            created = datetime.fromisoformat(row["created"])
            return cls(int(row["id"]), created, float(row.get("amount") or 0), row.get("note"))
        except (KeyError, ValueError) as error:
            log.warning("row %r left out: %s", row, error)
            return None

    @property
    def is_overdue(self) -> bool:
        return datetime.now() - self.created > timedelta(days=${Math.ceil(next() * 60)})
`;
};

const reader = (id: number, next: Next) => `
def read_${pick(next, nouns)}s_${id}(path: Path, limit: int = ${Math.ceil(next() * 1000)}) -> Iterator[dict[str, str]]:
    """Yields the rows of a file, at most \`limit\` of them.

    Column names are compared without regard to case and blanks around them, because exports differ in both.

    Args:
        path: A file with semicolons between its columns and the names of the columns in its first line.
        limit: How many rows to read at most; more are a sign of a wrong file and are reported in the log.
    """
    with path.open(newline="", encoding="utf-8") as file:
        for number, row in enumerate(csv.DictReader(file, delimiter=";")):
            if number >= limit:
                log.info("%s has more than %d rows", path, limit)
                break
            yield {key.strip().lower(): value.strip() for key, value in row.items() if value}


def group_by_${id}(rows: Iterator[dict[str, str]], key: str) -> dict[str, list[dict[str, str]]]:
    """Groups rows by what stands in one column.

    Returns:
        The groups by that text, the largest first, those of one size in alphabetical order.
    """
    groups = defaultdict(list)
    for row in rows:
        groups[row.get(key, "")].append(row)
    return dict(sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])))
`;

const service = (id: number, next: Next) => `
class ${pick(next, ["Store", "Cache", "Queue", "Index"])}${id}:
    """Values by name, kept in files of one folder, the most recent of them in memory, too.

    It is not meant for several processes at once: whoever writes last wins, and others may read a file half written.
    Names become file names, so they must not contain slashes; values are whatever JSON can hold.
    """

    def __init__(self, folder: Path, size: int = ${2 ** Math.ceil(next() * 12)}) -> None:
        self._folder = folder
        self._size = size
        self._known: dict[str, Any] = {}

    def get(self, name: str, default: Any = None) -> Any:
        if name not in self._known:
            file = self._folder / f"{name}.json"
            if not file.exists():
                return default
            self._known[name] = json.loads(file.read_text())
            while len(self._known) > self._size:
                self._known.pop(next(iter(self._known)))
        return self._known[name]

    def put(self, name: str, value: Any) -> None:
        assert "/" not in name, name
        self._known[name] = value
        text = json.dumps(value, indent=2, sort_keys=True, default=str)
        (self._folder / f"{name}.json").write_text(text + "\\n")
`;

const blocks = [record, reader, service];

/** Python of at least this many lines that names no framework. */
export function plainFile(lines: number, seed: number): string {
  const next = sequence(seed);
  let text = header;
  let count = text.split("\n").length;
  for (let id = 1; count < lines; id++) {
    const block = `\n${blocks[id % blocks.length]!(id, next)}`;
    text += block;
    count += block.split("\n").length - 1;
  }
  return text;
}
