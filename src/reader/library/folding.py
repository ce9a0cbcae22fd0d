"""One story once: an article whose text another one has already is folded into it, and shown as "also in"."""

from reader.library.connection import Connection
from reader.linking import folding

# Of articles that share a band so many are looked at, the latest first; of a text that hundreds carry these are enough.
_MOST_COMPARED = 50


class Folding:
    """What is folded into what. It loads numpy, and takes 2 ms for an article: for the background."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def fold(self, article: int) -> int | None:
        """Fold an article into the one that had its text before, if there is one; copies of it go along.

        Looked at are those that came in within some weeks (`Retention`). One that the reader starred, tagged, noted or
        opened is folded too: it is only shown under the other one then.

        Args:
            article: its id; of an article without a whole text nothing is folded.

        Returns:
            The article that it is shown under now; None where it stands for itself.
        """
        text = self._db.value("SELECT text FROM texts WHERE article = ? AND body IS NOT NULL", (article,))
        signed = folding.signature(text) if text else None
        if signed is None:
            return None
        bands = folding.bands(signed)
        with self._db.writing():
            self._forget(article)
            root = self._root(article, signed, bands)
            kept = (article, folding.packed(signed))
            self._db.run("INSERT OR REPLACE INTO fold_signatures VALUES (?, ?)", kept)
            self._db.run_many("INSERT OR IGNORE INTO fold_bands VALUES (?, ?)", [(band, article) for band in bands])
            self._db.run("UPDATE articles SET folded = ?1 WHERE id = ?2 AND folded IS NOT ?1", (root, article))
            if root is not None:
                self._db.run("UPDATE articles SET folded = ? WHERE folded = ?", (root, article))
        return root

    def put(self, article: int, *, under: int) -> None:
        """Show an article under another one, which it is a copy of whatever its text is."""
        with self._db.writing():
            root = int(self._db.value("SELECT coalesce(folded, id) FROM articles WHERE id = ?", (under,)))
            self._db.run("UPDATE articles SET folded = ?1 WHERE id = ?2 AND id != ?1", (root, article))
            self._db.run("UPDATE articles SET folded = ?1 WHERE folded = ?2 AND id != ?1", (root, article))

    def unfold(self, article: int) -> None:
        """Show an article for itself again."""
        with self._db.writing():
            self._forget(article)
            self._db.run("UPDATE articles SET folded = NULL WHERE id = ?", (article,))

    def _root(self, article: int, signed: folding.Signature, bands: tuple[int, ...]) -> int | None:
        """The article that had this text first, as far as it is known."""
        shared = self._db.rows(
            f"""SELECT DISTINCT b.article, s.signature, coalesce(a.folded, a.id) FROM fold_bands b
              JOIN fold_signatures s ON s.article = b.article JOIN articles a ON a.id = b.article
              WHERE b.band IN ({", ".join("?" * len(bands))}) AND b.article != ? AND NOT a.forgotten
              ORDER BY b.article DESC LIMIT ?""",
            (*bands, article, _MOST_COMPARED),
        )
        known = [(root, other) for _, kept, root in shared if (other := folding.unpacked(kept)) is not None]
        alike = folding.copies(signed, [other for _, other in known])
        return next((known[at][0] for at in alike if known[at][0] != article), None)

    def _forget(self, article: int) -> None:
        """Take the bands of the text that it had before away."""
        kept = self._db.value("SELECT signature FROM fold_signatures WHERE article = ?", (article,))
        before = folding.unpacked(kept) if kept else None
        if before is not None:
            rows = [(band, article) for band in folding.bands(before)]
            self._db.run_many("DELETE FROM fold_bands WHERE band = ? AND article = ?", rows)
